package io.keyward.devicesession.rotation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.RefreshToken;

/**
 * Refreshes as Keycloak does, except that under "Revoke Refresh Token" its own count of uses stands aside: it knows no grace,
 * and the ledger decides. Used in realms that have both switched on and nowhere else. Keycloak's lock per refresh is still
 * taken.
 */
final class UncountedRefreshTokenProvider extends DefaultRefreshTokenProvider {

    UncountedRefreshTokenProvider(KeycloakSession session) {
        super(session);
    }

    @Override
    public boolean supports(InitialRefreshTokenContext context) {
        return false;
    }

    @Override
    public boolean supports(RefreshTokenContext context) {
        RealmModel realm = context.grantContext().getRealm();
        return realm.isRevokeRefreshToken()
                && Governed.settings(realm) != null
                && Governed.token(context.oldRefreshToken());
    }

    /** Keycloak checks its count right after this. */
    @Override
    protected TokenManager.TokenValidation validateToken(
            KeycloakSession session,
            UriInfo uriInfo,
            ClientConnection connection,
            RealmModel realm,
            RefreshToken presented,
            HttpHeaders headers,
            String scope,
            ClientModel client,
            TokenManager tokenManager,
            EventBuilder event)
            throws OAuthErrorException {
        TokenManager.TokenValidation valid = super.validateToken(
                session, uriInfo, connection, realm, presented, headers, scope, client, tokenManager, event);
        AuthenticatedClientSessionModel clientSession = valid.clientSessionCtx.getClientSession();
        String line = tokenManager.getReuseIdKey(presented);
        clientSession.setRefreshToken(line, presented.getId());
        clientSession.setRefreshTokenUseCount(line, 0);
        return valid;
    }
}
