package io.keyward.sessionapi;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.util.TokenUtil;

/**
 * {@code POST /logout}: ends the session that the refresh token belongs to, or else the access token, and clears the cookies.
 * Succeeds as well where there is nothing to end.
 */
final class Logout {

    private final Call call;

    Logout(Call call) {
        this.call = call;
    }

    Response answer(Input input) {
        String given = input.optional(OAuth2Constants.REFRESH_TOKEN, Refresh.MAX_TOKEN, Characters.TOKEN);
        input.check();
        Optional<String> refreshToken =
                given != null ? Optional.of(given) : new SentCookies(call).value(new CookieNames(call).refresh());
        refreshToken
                .flatMap(this::session)
                .or(() -> new Identity(call).find().map(AuthResult::session))
                .ifPresent(this::end);
        Map<String, String> body = Map.of("message", new Texts(call.session()).of("keywardApiSignedOut"));
        return SignedIn.with(call, new SetCookies(call).gone(), Response.ok(body, MediaType.APPLICATION_JSON_TYPE));
    }

    /** As Keycloak's logout by refresh token finds it: one that has expired will do. */
    private Optional<UserSessionModel> session(String refreshToken) {
        try {
            RefreshToken token = new TokenManager()
                    .verifyRefreshToken(
                            call.session(),
                            call.realm(),
                            call.client(),
                            call.session().getContext().getHttpRequest(),
                            refreshToken,
                            false);
            UserSessionModel found = TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType())
                    ? call.session().sessions().getOfflineUserSession(call.realm(), token.getSessionId())
                    : call.session().sessions().getUserSession(call.realm(), token.getSessionId());
            // A session that began after the token is another one of the same id.
            return Optional.ofNullable(found).filter(session -> token.getIat() + 1 >= session.getStarted());
        } catch (OAuthErrorException noToken) {
            return Optional.empty();
        }
    }

    private void end(UserSessionModel userSession) {
        EventBuilder event = new EventBuilder(
                        call.realm(),
                        call.session(),
                        call.session().getContext().getConnection())
                .event(EventType.LOGOUT)
                .client(call.client())
                .user(userSession.getUser())
                .session(userSession);
        if (call.settings().endsSsoSession()) {
            AuthenticationManager.backchannelLogout(call.session(), userSession, true);
        } else {
            AuthenticatedClientSessionModel own = userSession.getAuthenticatedClientSessionByClient(
                    call.client().getId());
            if (own != null) {
                own.detachFromUserSession();
            }
        }
        event.success();
    }
}
