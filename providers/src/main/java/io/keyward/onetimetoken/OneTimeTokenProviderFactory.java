package io.keyward.onetimetoken;

import org.keycloak.provider.ProviderFactory;

/** Makes the provider of one session. A store also cleans up when users and realms go, and purges what has expired. */
public interface OneTimeTokenProviderFactory extends ProviderFactory<OneTimeTokenProvider> {}
