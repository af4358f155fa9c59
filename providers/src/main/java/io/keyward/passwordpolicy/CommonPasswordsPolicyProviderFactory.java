package io.keyward.passwordpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The password policy {@value #ID}: not among the most common passwords, nor made of them or of the realm's name. Chosen per realm, such as
 * {@code length(15) and keyward-common-passwords(undefined)}. The list is in the jar; nothing leaves the server.
 */
public final class CommonPasswordsPolicyProviderFactory implements PasswordPolicyProviderFactory, ConfiguredProvider {

    /** What a password policy names. */
    public static final String ID = "keyward-common-passwords";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new CommonPasswordsPolicyProvider(session);
    }

    @Override
    public String getDisplayName() {
        return "Keyward: not common";
    }

    @Override
    public String getHelpText() {
        return "Refuses the 49,000 passwords that people choose most, in upper or lower case, repeated, two side by side, "
                + "or with some digits and signs before or behind. The words of the realm's name and display name count as such.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    /** Null: there is nothing to type. */
    @Override
    public String getConfigType() {
        return null;
    }

    @Override
    public String getDefaultConfigValue() {
        return null;
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare: the list is read when somebody first chooses a password.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
