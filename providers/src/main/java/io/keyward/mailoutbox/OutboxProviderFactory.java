package io.keyward.mailoutbox;

import org.keycloak.provider.ProviderFactory;

/** Makes the provider of one session. A store also cleans up when users and realms go, and purges what is old. */
public interface OutboxProviderFactory extends ProviderFactory<OutboxProvider> {}
