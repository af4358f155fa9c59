package io.keyward.realmroles;

import io.keyward.emailverification.proof.EmailVerificationRealm;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * The two roles of a realm. What is there already stays as it is: the realm definition has the say, and an admin who
 * takes "user" out of the default roles gets what he asked for.
 */
record RealmRoles(RealmModel realm) {

    static final String USER = "user";
    static final String ADMIN = "admin";

    void ensure() {
        // To register Keyward's required action is how a realm asks for Keyward.
        if (realm.getRequiredActionProviderByAlias(EmailVerificationRealm.REQUIRED_ACTION) == null) {
            return;
        }
        if (realm.getRole(USER) == null) {
            realm.addToDefaultRoles(added(USER, "Everybody who has an account"));
        }
        if (realm.getRole(ADMIN) == null) {
            // Never a default role: nothing that a user can reach may grant it.
            RoleModel unused = added(ADMIN, "People who administer the application");
        }
    }

    private RoleModel added(String name, String description) {
        RoleModel role = realm.addRole(name);
        role.setDescription(description);
        return role;
    }
}
