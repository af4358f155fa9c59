package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailVerificationRealm;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link VerifyEmailAction}; to enable it is to ask for proved addresses in the realm. */
public final class VerifyEmailActionFactory implements RequiredActionFactory {

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new VerifyEmailAction();
    }

    @Override
    public String getId() {
        return EmailVerificationRealm.REQUIRED_ACTION;
    }

    @Override
    public String getDisplayText() {
        return "Keyward: verify email";
    }

    /** May be asked for again: an address can change. */
    @Override
    public boolean isOneTimeAction() {
        return false;
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return VerificationSettings.metadata();
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        VerificationSettings.check(model);
    }

    @Override
    public void init(Config.Scope config) {
        // Configured per realm.
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
