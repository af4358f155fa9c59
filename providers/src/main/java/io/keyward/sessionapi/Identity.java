package io.keyward.sessionapi;

import io.keyward.devicesession.memory.EndedElsewhere;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AppAuthManager.AuthHeader;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.util.MtlsHoKTokenUtil;

/**
 * Whose a request is, by the access token in the cookie or the {@code Authorization} header: signed by this realm, not expired or
 * revoked, of a client that may use the API, of a person who is enabled and a session that lives.
 */
final class Identity {

    private final Call call;

    Identity(Call call) {
        this.call = call;
    }

    /** Nobody where there is no such token. 400 where the cookie came twice. */
    Optional<AuthResult> find() {
        List<String> headers = call.headers(HttpHeaders.AUTHORIZATION);
        Optional<AuthResult> found = headers.isEmpty() ? byCookie() : byHeader(headers);
        found.ifPresent(known -> call.of(known.client()));
        return found;
    }

    /** 401 for nobody. */
    AuthResult require() {
        return find().orElseThrow(() -> Problem.of(ErrorCode.NOT_SIGNED_IN, call));
    }

    private Optional<AuthResult> byCookie() {
        return new SentCookies(call)
                .value(new CookieNames(call).access())
                .flatMap(this::verified)
                .filter(found -> found.client().getId().equals(call.client().getId()));
    }

    private Optional<AuthResult> byHeader(List<String> headers) {
        AuthHeader header = headers.size() == 1
                ? AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                        call.session().getContext().getHttpRequest().getHttpHeaders())
                : null;
        return header == null
                ? Optional.empty()
                : verified(header.getToken())
                        .filter(found -> !call.named()
                                || found.client().getId().equals(call.client().getId()));
    }

    private Optional<AuthResult> verified(String token) {
        AuthResult found = new AppAuthManager.BearerTokenAuthenticator(call.session())
                .setTokenString(token)
                .authenticate();
        return Optional.ofNullable(found)
                .filter(result -> ApiClients.usable(result.client()))
                .filter(result -> result.user().getServiceAccountClientLink() == null)
                .filter(result -> boundAsPresented(result.token()))
                .filter(result -> !EndedElsewhere.ended(call.session(), call.realm(), result.session()));
    }

    /** Keycloak looks after DPoP itself, but leaves tokens bound to a certificate (RFC 8705) to the resource. */
    private boolean boundAsPresented(AccessToken token) {
        return token.getConfirmation() == null
                || token.getConfirmation().getCertThumbprint() == null
                || MtlsHoKTokenUtil.verifyTokenBindingWithClientCertificate(
                        token, call.session().getContext().getHttpRequest(), call.session());
    }
}
