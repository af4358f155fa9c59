package io.keyward.pages;

import org.keycloak.Config;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.LoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Hands {@link PageFacts} to the templates of Keycloak's own forms provider, or of the one that {@code --spi-login--keyward--delegate}
 * names. Templates that find nothing of it, because another extension provides the forms, do without.
 */
public final class PageFactsFormsProviderFactory implements LoginFormsProviderFactory {

    private static final String ID = "keyward";
    private static final String DELEGATE = "delegate";

    private String delegate;

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return session.getProvider(LoginFormsProvider.class, delegate).setAttribute("kwPage", new PageFacts(session));
    }

    @Override
    public void init(Config.Scope config) {
        delegate = config.get(DELEGATE, "freemarker");
        if (delegate.equals(ID)) {
            throw new IllegalArgumentException("--spi-login--keyward--delegate cannot be " + ID);
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Holds nothing.
    }

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
