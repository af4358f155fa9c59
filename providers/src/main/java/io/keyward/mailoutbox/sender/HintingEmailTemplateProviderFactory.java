package io.keyward.mailoutbox.sender;

import org.keycloak.Config;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.EmailTemplateProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Stands before Keycloak's own template provider, or the one that {@code --spi-email-template--outbox--delegate} names, and tells
 * the outbox what a mail is for. Without it all mail is of one kind, and nothing else changes.
 */
public final class HintingEmailTemplateProviderFactory implements EmailTemplateProviderFactory {

    private static final String ID = "outbox";
    private static final String DELEGATE = "delegate";

    private String delegate;

    @Override
    public EmailTemplateProvider create(KeycloakSession session) {
        return new HintingEmailTemplateProvider(session, session.getProvider(EmailTemplateProvider.class, delegate));
    }

    @Override
    public void init(Config.Scope config) {
        delegate = config.get(DELEGATE, "freemarker");
        if (delegate.equals(ID)) {
            throw new IllegalArgumentException("--spi-email-template--outbox--delegate cannot be " + ID);
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }

    /** Above Keycloak's own, so that it is in use once it is there. */
    @Override
    public int order() {
        return 10;
    }
}
