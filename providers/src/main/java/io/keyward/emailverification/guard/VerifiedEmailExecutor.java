package io.keyward.emailverification.guard;

import io.keyward.emailverification.proof.EmailProofs;
import java.util.Map;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.ciba.clientpolicy.context.BackchannelTokenResponseContext;
import org.keycloak.protocol.oidc.grants.device.clientpolicy.context.DeviceTokenResponseContext;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ImplicitHybridTokenResponse;
import org.keycloak.services.clientpolicy.context.ResourceOwnerPasswordCredentialsResponseContext;
import org.keycloak.services.clientpolicy.context.TokenRefreshResponseContext;
import org.keycloak.services.clientpolicy.context.TokenResponseContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * The layer that administrators see: a client policy refuses tokens of its clients to accounts without a proved address.
 * Works whether or not the required action is enabled. Token exchange and the JWT grant have no response event in 26.7;
 * there the {@link EmailProofGuard} stands alone.
 */
final class VerifiedEmailExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    private final KeycloakSession session;

    VerifiedEmailExecutor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return VerifiedEmailExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        AuthenticatedClientSessionModel clientSession = clientSession(context);
        if (clientSession == null) {
            return;
        }
        UserModel user = clientSession.getUserSession().getUser();
        if (new EmailProofs(session).proved(session.getContext().getRealm(), user)) {
            return;
        }
        EmailNotVerified.refuse(session, clientSession.getClient(), user, Map.of("layer", RefusalMeter.CLIENT_POLICY));
        RefusalMeter.count(RefusalMeter.CLIENT_POLICY);
        if (context instanceof ImplicitHybridTokenResponse implicit) {
            throw ImplicitRefusal.of(session, implicit.getAuthenticationSession());
        }
        throw new ClientPolicyException(EmailNotVerified.OAUTH_ERROR, EmailNotVerified.DESCRIPTION);
    }

    /** The client session that is about to get tokens, or null when the event is about something else. */
    private static AuthenticatedClientSessionModel clientSession(ClientPolicyContext context) {
        if (context instanceof TokenResponseContext code) {
            return code.getClientSession();
        } else if (context instanceof TokenRefreshResponseContext refresh) {
            return refresh.getClientSession();
        } else if (context instanceof ImplicitHybridTokenResponse implicit) {
            return implicit.getClientSessionContext().getClientSession();
        } else if (context instanceof ResourceOwnerPasswordCredentialsResponseContext password) {
            return password.getClientSessionContext().getClientSession();
        } else if (context instanceof DeviceTokenResponseContext device) {
            return device.getClientSession();
        } else if (context instanceof BackchannelTokenResponseContext ciba) {
            return ciba.getClientSessionContext().getClientSession();
        }
        return null;
    }
}
