package io.keyward.devicesession.notice;

import java.time.Duration;
import java.util.List;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.urls.UrlType;

/**
 * Mails a link by which a person chooses a password, by Keycloak's own action token: it works once, says nothing to a second
 * factor, and signs nobody in.
 */
final class PasswordReset {

    /** As for any reset by mail. */
    static final Duration LIFESPAN = Duration.ofHours(1);

    private static final String ACTION = UserModel.RequiredAction.UPDATE_PASSWORD.name();

    private final KeycloakSession session;
    private final RealmModel realm;

    PasswordReset(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Mails it, unless the realm does not let people reset their passwords by mail. @return whether it does */
    boolean mail(UserModel user) {
        ClientModel client = SystemClientUtil.getSystemClient(realm);
        if (!allowed() || !user.isEnabled() || client == null) {
            return false;
        }
        KeycloakUriInfo uri = session.getContext().getUri(UrlType.FRONTEND);
        ExecuteActionsActionToken token = new ExecuteActionsActionToken(
                user.getId(),
                user.getEmail(),
                Time.currentTime() + (int) LIFESPAN.toSeconds(),
                List.of(ACTION),
                null,
                client.getClientId());
        String link = LoginActionsService.actionTokenProcessor(uri)
                .queryParam("key", token.serialize(session, realm, uri))
                .build(realm.getName())
                .toString();
        new Notices(session, realm).choosePassword(user, link, LIFESPAN);
        return true;
    }

    private boolean allowed() {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ACTION);
        return realm.isResetPasswordAllowed() && action != null && action.isEnabled();
    }
}
