package io.keyward.emailverification.proof;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Whether a realm has asked for proved addresses: it has registered and enabled Keyward's required action. */
public final class EmailVerificationRealm {

    /** Provider id and alias of the required action. */
    public static final String REQUIRED_ACTION = "keyward-verify-email";

    private EmailVerificationRealm() {}

    /** Answered from Keycloak's realm cache, without a query. */
    public static boolean asked(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(REQUIRED_ACTION);
        return action != null && action.isEnabled();
    }
}
