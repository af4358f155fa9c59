package io.keyward.passwordpolicy;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Refuses what {@link Guess} finds likely in a realm, whoever the person is. The error never says the password. */
final class CommonPasswordsPolicyProvider implements PasswordPolicyProvider {

    static final String COMMON = "keywardPasswordCommon";

    private final KeycloakSession session;

    CommonPasswordsPolicyProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return check(realm, password);
    }

    @Override
    public PolicyError validate(String user, String password) {
        return check(session.getContext().getRealm(), password);
    }

    private static PolicyError check(RealmModel realm, String password) {
        if (password == null) {
            return null;
        }
        CommonPasswords common = CommonPasswords.shipped();
        RealmWords words = RealmWords.of(realm);
        return new Guess(text -> common.contains(text) || words.contains(text)).likely(password)
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
