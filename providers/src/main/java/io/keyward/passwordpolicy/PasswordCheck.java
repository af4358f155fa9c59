package io.keyward.passwordpolicy;

import java.util.List;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.policy.PasswordPolicyProvider;

/**
 * Asks the policies of a realm what they think of a password that nobody has chosen yet, as Keycloak does when somebody signs up.
 * What depends on an account, such as a history, is not asked: this tells nothing about anybody.
 */
final class PasswordCheck {

    private final KeycloakSession session;
    private final RealmModel realm;

    PasswordCheck(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The ids of the policies that refuse. @param username as the person typed it, perhaps empty */
    List<String> refused(String username, String password) {
        return realm.getPasswordPolicy().getPolicies().stream()
                .sorted()
                .filter(id -> refuses(id, username, password))
                .toList();
    }

    private boolean refuses(String id, String username, String password) {
        PasswordPolicyProvider policy = session.getProvider(PasswordPolicyProvider.class, id);
        // Nobody has typed a name yet: that the empty one is part of every password means nothing.
        String name = username.isEmpty() ? null : username;
        return Objects.nonNull(policy) && policy.validate(name, password) != null;
    }
}
