package io.keyward.mailoutbox;

import org.keycloak.provider.ProviderFactory;

/**
 * Makes the transport of one session. Its id is what the realm attribute {@code keyward.mail.transport} names. What outlives a
 * session, such as open connections, belongs to the factory.
 */
public interface MailTransportProviderFactory extends ProviderFactory<MailTransportProvider> {}
