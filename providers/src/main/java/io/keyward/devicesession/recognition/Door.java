package io.keyward.devicesession.recognition;

import io.keyward.devicesession.SignInMethod;
import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** By which door a session comes in that is about to be tied. */
final class Door {

    /** A session that is older than any request takes was there before Keyward was. */
    private static final int NEW_SECONDS = 60;

    private static final Map<String, SignInMethod> GRANTS = Map.of(
            OAuth2Constants.PASSWORD, SignInMethod.PASSWORD_GRANT,
            OAuth2Constants.DEVICE_CODE_GRANT_TYPE, SignInMethod.DEVICE_GRANT,
            OAuth2Constants.CIBA_GRANT_TYPE, SignInMethod.CIBA,
            OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE, SignInMethod.TOKEN_EXCHANGE,
            OAuth2Constants.JWT_AUTHORIZATION_GRANT, SignInMethod.JWT_GRANT,
            // The sign-in itself was in a browser and tied there, had Keyward been asked.
            OAuth2Constants.AUTHORIZATION_CODE, SignInMethod.ADOPTED,
            OAuth2Constants.REFRESH_TOKEN, SignInMethod.ADOPTED);

    private Door() {}

    static SignInMethod of(KeycloakSession session, UserSessionModel userSession, RequestPlace place) {
        if (Time.currentTime() - userSession.getStarted() > NEW_SECONDS) {
            return SignInMethod.ADOPTED;
        }
        if (userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null) {
            return SignInMethod.IMPERSONATION;
        }
        return place == RequestPlace.BROWSER
                ? inBrowser(session.getContext().getAuthenticationSession(), userSession)
                : TokenRequest.form(session)
                        .map(form -> form.getFirst(OAuth2Constants.GRANT_TYPE))
                        .map(grant -> GRANTS.getOrDefault(grant, SignInMethod.OTHER))
                        .orElse(SignInMethod.OTHER);
    }

    private static SignInMethod inBrowser(AuthenticationSessionModel signIn, UserSessionModel userSession) {
        if (signIn != null && DeviceGrantType.isOAuth2DeviceVerificationFlow(signIn)) {
            return SignInMethod.DEVICE_GRANT;
        }
        if (userSession.getNote(Details.IDENTITY_PROVIDER) != null) {
            return SignInMethod.IDENTITY_PROVIDER;
        }
        boolean registered =
                signIn != null && "true".equals(signIn.getAuthNote(AuthenticationManager.NEW_USER_REGISTERED));
        return registered ? SignInMethod.REGISTRATION : SignInMethod.BROWSER;
    }
}
