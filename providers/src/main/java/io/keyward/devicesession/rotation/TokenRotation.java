package io.keyward.devicesession.rotation;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.RefreshChainStore;
import io.keyward.devicesession.RefreshChainStore.Outcome;
import io.keyward.devicesession.RefreshChainStore.Rotation;
import io.keyward.devicesession.recognition.DeviceUse;
import io.keyward.devicesession.recognition.RemoteAddress;
import io.keyward.onetimetoken.TokenHash;
import io.keyward.tracing.Spans;
import java.time.Instant;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.refresh.RefreshTokenException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.RefreshToken;

/**
 * Moves the ledger, as the last thing before a token response is written. Whatever else may refuse the request has done so by
 * then: Keycloak commits the transaction of a refused request, so a token that was replaced for a refused request would be lost
 * to its owner.
 */
final class TokenRotation implements TokenPostProcessor {

    /** Says no more to whoever holds a replaced token than to one who holds an old one. */
    static final String REFUSAL = "Refresh token is no longer valid";

    private final KeycloakSession session;

    TokenRotation(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext response) {
        RealmModel realm = session.getContext().getRealm();
        DeviceSettings settings = Governed.settings(realm);
        if (settings == null) {
            return;
        }
        RefreshToken presented = response.requestRefreshToken();
        RefreshToken issued = response.refreshToken();
        if (issued != null && (!Governed.token(issued) || Place.of(issued) != null)) {
            // Another kind, or a response that is built twice.
            return;
        }
        AuthenticatedClientSessionModel clientSession =
                response.clientSessionCtx().getClientSession();
        if (presented != null && Governed.token(presented)) {
            replace(realm, settings, presented, issued, clientSession);
        } else if (issued != null) {
            begin(realm, issued, clientSession);
        }
    }

    private void begin(RealmModel realm, RefreshToken issued, AuthenticatedClientSessionModel clientSession) {
        if (clientSession.getUserSession().getPersistenceState()
                == UserSessionModel.SessionPersistenceState.TRANSIENT) {
            return;
        }
        Place place = new Place(KeycloakModelUtils.generateId(), 0);
        place.mark(issued);
        open(realm, place, issued, clientSession);
    }

    private void replace(
            RealmModel realm,
            DeviceSettings settings,
            RefreshToken presented,
            RefreshToken issued,
            AuthenticatedClientSessionModel clientSession) {
        Place place = Place.of(presented);
        if (place == null) {
            place = Standing.adopted(presented, clientSession.getClient().getId());
            open(realm, place, presented, clientSession);
        }
        if (issued == null) {
            // The client keeps the token that it has: it gets none, or a client policy took it away.
            if (!Standing.good(chains().find(realm.getId(), place.chain()), settings.grace(), presented, now())) {
                throw refusal();
            }
            return;
        }
        Instant now = now();
        TokenHash token = TokenHash.of(presented.getId());
        String successor = DerivedId.successor(place.chain(), token);
        Rotation rotation = rotate(new RefreshChainStore.Presented(
                realm.getId(),
                place.chain(),
                place.generation(),
                token,
                TokenHash.of(successor),
                now,
                settings.grace(),
                RemoteAddress.of(session)));
        Outcome outcome = rotation.outcome();
        if (outcome.reused()) {
            Reuse.of(outcome, place, clientSession).endAfterCompletion(session);
        }
        if (outcome != Outcome.ROTATED && outcome != Outcome.REPEATED) {
            throw refusal();
        }
        // Before anything of the answer is written: a repeat gets the same token, down to the second it was made in.
        issued.id(successor);
        issued.iat(rotation.rotatedAt().getEpochSecond());
        place.next().mark(issued);
        if (outcome == Outcome.ROTATED) {
            new DeviceUse(session, realm).note(clientSession.getUserSession(), presented);
        }
    }

    private Rotation rotate(RefreshChainStore.Presented request) {
        RefreshChainStore chains = chains();
        Rotation rotation = Spans.in(session, "keyward rotate refresh token", () -> chains.rotate(request));
        if (rotation.outcome() == Outcome.REUSED_ORPHANED_BRANCH && new LostRotation(chains).restored(request)) {
            return chains.rotate(request);
        }
        return rotation;
    }

    private void open(
            RealmModel realm, Place place, RefreshToken first, AuthenticatedClientSessionModel clientSession) {
        chains().open(new RefreshChainStore.Opening(
                realm.getId(),
                place.chain(),
                clientSession.getUserSession().getId(),
                clientSession.getClient().getId(),
                TokenHash.of(first.getId()),
                now(),
                RemoteAddress.of(session)));
    }

    private RefreshChainStore chains() {
        return session.getProvider(DeviceSessionProvider.class).chains();
    }

    /**
     * The token endpoint writes an event for it and answers 400; the SPI's own exception leaves no event. Keycloak would commit
     * what the refused request has done on its way here: an offline session that was revoked meanwhile would be back.
     */
    private RefreshTokenException refusal() {
        session.getTransactionManager().setRollbackOnly();
        return new RefreshTokenException(OAuthErrorException.INVALID_GRANT, REFUSAL);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
