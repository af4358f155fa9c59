package io.keyward.devicesession.ending;

import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.memory.EndedElsewhere;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * Gives no token to a session that rests on a password of before. Such sessions are ended when the password changes; this is for
 * one that was being made in that moment, and for one whose end nobody told of. The session says what it rests on, and the
 * account is in Keycloak's cache: one query, except for a refresh.
 */
final class EndedSessionGuard implements TokenPostProcessor {

    /** Keycloak's own words for a session that is gone. */
    private static final String REFUSAL = "Session not active";

    private final KeycloakSession session;

    EndedSessionGuard(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        RealmModel realm = session.getContext().getRealm();
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        UserSessionModel userSession = clientSession.getUserSession();
        UserModel user = userSession.getUser();
        if (!DeviceSettings.asked(realm) || user == null || user.getServiceAccountClientLink() != null) {
            return;
        }
        AccountEpoch now = now(context, realm, user);
        AccountEpoch noted = AccountEpoch.noted(userSession);
        // A refresh asks the ledger, which ends with the session.
        if (context.requestRefreshToken() == null && EndedElsewhere.ended(session, realm, userSession)) {
            throw refusal(clientSession, user);
        }
        boolean ended = noted == null ? userSession.getStarted() < now.notBefore() : noted.endedBy(now);
        if (ended || approvedBefore(context, now)) {
            throw refusal(clientSession, user);
        }
        if (noted == null) {
            now.noteAt(userSession);
        }
    }

    /** Without a refresh token, the session may be one that this very request makes. */
    private AccountEpoch now(TokenPostProcessorContext context, RealmModel realm, UserModel user) {
        AccountEpoch cached = AccountEpoch.of(session, realm, user);
        return context.requestRefreshToken() == null ? new PasswordRow(session).held(cached, user) : cached;
    }

    /** With CIBA the session begins when its tokens are fetched, and the person may have approved long before. */
    private boolean approvedBefore(TokenPostProcessorContext context, AccountEpoch now) {
        String grant = context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class);
        return OAuth2Constants.CIBA_GRANT_TYPE.equals(grant)
                && CibaRequest.of(session).before(now);
    }

    /** Keycloak would commit what the refused request has done on its way here. */
    private RuntimeException refusal(AuthenticatedClientSessionModel clientSession, UserModel user) {
        session.getTransactionManager().setRollbackOnly();
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(clientSession.getClient())
                .user(user)
                .detail(Details.REASON, "signed out everywhere since")
                .error(Errors.SESSION_EXPIRED);
        return new CorsErrorResponseException(
                Cors.builder(), OAuthErrorException.INVALID_GRANT, REFUSAL, Response.Status.BAD_REQUEST);
    }
}
