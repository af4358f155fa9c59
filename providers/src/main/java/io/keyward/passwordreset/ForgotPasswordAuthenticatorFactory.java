package io.keyward.passwordreset;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link ForgotPasswordAuthenticator} to reset flows. */
public final class ForgotPasswordAuthenticatorFactory implements AuthenticatorFactory {

    /** What a flow names. */
    public static final String ID = "keyward-forgot-password";

    private static final Requirement[] CHOICES = {Requirement.REQUIRED};

    private volatile ResetDesk desk;

    /** Where the requests of this node go. */
    ResetDesk desk() {
        return desk;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ForgotPasswordAuthenticator();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Keyward: forgot password";
    }

    @Override
    public String getHelpText() {
        return "The only step of a reset flow: asks for the username or address, gives everybody the same answer, and mails a"
                + " link to choose a new password to whoever may have one. The link works once, on any device, and signs"
                + " nobody in.";
    }

    @Override
    public String getReferenceCategory() {
        return null;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return CHOICES.clone();
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ResetSettings.metadata();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {
        // Configured where the flow is.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ResetMeter.prepare();
        desk = new ResetDesk(factory, ResetDesk.PLACES);
    }

    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
    }
}
