package io.keyward.emailverification.confirmation;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers {@link OtherAddressAction}; to enable it is to have people asked for another address when mail does not reach them. */
public final class OtherAddressActionFactory implements RequiredActionFactory {

    /** Provider id and alias. */
    static final String ID = "keyward-other-address";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new OtherAddressAction();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Keyward: other address";
    }

    /** May be asked for again: the next address can fail as well. */
    @Override
    public boolean isOneTimeAction() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
