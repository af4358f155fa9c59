package io.keyward.mailoutbox.api;

import io.keyward.endpoint.AdminRequest;
import org.keycloak.models.UserModel;

/** Whose mails an administrator may see as theirs: of users that Keycloak would show to this administrator. */
final class Sight {

    private final AdminRequest request;
    private final boolean everybody;

    Sight(AdminRequest request) {
        this.request = request;
        this.everybody = request.auth().users().canView();
    }

    /** @param userId whose mail it is; null for nobody's, which those see who see everybody */
    boolean sees(String userId) {
        if (everybody) {
            return true;
        }
        UserModel user = userId == null || !Parameters.possibleUser(userId)
                ? null
                : request.session().users().getUserById(request.realm(), userId);
        return user != null && request.auth().users().canView(user);
    }
}
