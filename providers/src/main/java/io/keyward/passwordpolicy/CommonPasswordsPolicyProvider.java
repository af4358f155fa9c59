package io.keyward.passwordpolicy;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Refuses what {@link Guess} finds likely, whoever the person is. The error never says the password. */
final class CommonPasswordsPolicyProvider implements PasswordPolicyProvider {

    static final String COMMON = "keywardPasswordCommon";

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return validate(null, password);
    }

    @Override
    public PolicyError validate(String user, String password) {
        return password != null && new Guess(CommonPasswords.shipped()).likely(password)
                ? new PolicyError(COMMON)
                : null;
    }

    /** There is nothing to configure; an imported policy may write {@code undefined} between the brackets. */
    @Override
    public Object parseConfig(String value) {
        return null;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
