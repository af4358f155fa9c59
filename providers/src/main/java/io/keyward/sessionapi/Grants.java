package io.keyward.sessionapi;

import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.refresh.RefreshTokenException;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.util.DPoPUtil;

/**
 * Runs Keycloak's own grants as its token endpoint does (26.7, {@code TokenEndpoint.processGrantRequest}), so that flows,
 * required actions, brute-force protection, client policies and events apply. One step is left out, the client's
 * authentication: the API acts for the client, which its administrator has allowed.
 */
final class Grants {

    private static final String LIGHTWEIGHT = Constants.USE_LIGHTWEIGHT_ACCESS_TOKEN_ENABLED;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final boolean lightweight;

    Grants(Call call) {
        this.session = call.session();
        this.realm = call.realm();
        this.client = call.client();
        // What a browser keeps in a cookie tells nothing of the person, and is small.
        this.lightweight = !call.settings().refreshInBody();
    }

    /** The form's grant. While it runs, this request is one of the token endpoint for whoever asks Keycloak. */
    GrantAnswer run(GrantForm form) {
        KeycloakContext context = session.getContext();
        HttpRequest outer = context.getHttpRequest();
        Object before = session.getAttribute(LIGHTWEIGHT);
        context.setClient(client);
        enter(context, new GrantRequest(outer, realm, form));
        if (lightweight) {
            session.setAttribute(LIGHTWEIGHT, Boolean.TRUE);
        }
        form.hand();
        try {
            GrantAnswer answer = process(form);
            // Whoever refuses by rolling back has let nothing of the sign-in remain.
            return session.getTransactionManager().getRollbackOnly()
                    ? GrantAnswer.refused(answer.description())
                    : answer;
        } finally {
            session.setAttribute(LIGHTWEIGHT, before);
            enter(context, outer);
        }
    }

    private GrantAnswer process(GrantForm form) {
        String type = form.getFirst("grant_type");
        OAuth2GrantType grant = session.getProvider(OAuth2GrantType.class, type);
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(grant.getEventType())
                .client(client)
                .detail(Details.GRANT_TYPE, type);
        Cors cors = Cors.builder();
        OIDCAdvancedConfigWrapper config = OIDCAdvancedConfigWrapper.fromClientModel(client);
        try {
            grant.preProcess(session, form);
            DPoPUtil.handleDPoPHeader(session, event, cors, config);
            return GrantAnswer.of(grant.process(new OAuth2GrantType.Context(
                    session, config, new HashMap<>(), form, event, cors, new TokenManager())));
        } catch (ClientPolicyException refused) {
            event.detail(Details.REASON, Details.CLIENT_POLICY_ERROR)
                    .detail(Details.CLIENT_POLICY_ERROR, refused.getError())
                    .detail(Details.CLIENT_POLICY_ERROR_DETAIL, refused.getErrorDetail())
                    .error(refused.getError());
            return GrantAnswer.refused(refused.getErrorDetail());
        } catch (RefreshTokenException refused) {
            event.detail(Details.REASON, refused.getErrorDescription()).error(Errors.INVALID_TOKEN);
            return GrantAnswer.refused(refused.getErrorDescription());
        } catch (TokenInterceptorException refused) {
            return GrantAnswer.refused(refused.getDescription());
        } catch (AuthenticationFlowException refused) {
            return GrantAnswer.refused(null);
        } catch (WebApplicationException refused) {
            return GrantAnswer.of(refused.getResponse());
        }
    }

    /** Setting the realm makes the context read the request's address again. */
    private void enter(KeycloakContext context, HttpRequest request) {
        context.setHttpRequest(request);
        context.setRealm(realm);
    }
}
