package io.keyward.sessionapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;

/** Hands tokens that a grant has issued to the browser: into cookies, and into the body what a native application keeps itself. */
final class SignedIn {

    private static final Logger LOG = Logger.getLogger(SignedIn.class);

    private final Call call;

    SignedIn(Call call) {
        this.call = call;
    }

    Response afterLogin(AccessTokenResponse tokens) {
        UserSessionModel userSession = session(tokens);
        Body body = new Body(text("keywardApiSignedIn"), UserView.of(call, userSession.getUser()), inBody(tokens));
        return with(call, cookies(tokens), Response.ok(body, MediaType.APPLICATION_JSON_TYPE));
    }

    Response afterRefresh(AccessTokenResponse tokens) {
        Body body = new Body(text("keywardApiRefreshed"), null, inBody(tokens));
        return with(call, cookies(tokens), Response.ok(body, MediaType.APPLICATION_JSON_TYPE));
    }

    Response afterStart(AccessTokenResponse tokens, URI returnTo) {
        return with(call, cookies(tokens), Response.seeOther(returnTo));
    }

    /** Not by the answer itself: its cookies would take the place of those that others have set for the browser (Keycloak 26.7). */
    static Response with(Call call, List<String> cookies, Response.ResponseBuilder response) {
        HttpResponse browser = call.session().getContext().getHttpResponse();
        cookies.forEach(cookie -> browser.addHeader("Set-Cookie", cookie));
        return response.build();
    }

    /** Together within what browsers keep (OWASP ASVS 5.0, 3.3.5); mappers that put more into each token would break every sign-in silently. */
    private List<String> cookies(AccessTokenResponse tokens) {
        List<String> cookies = new SetCookies(call).of(tokens);
        int bytes = cookies.stream()
                .mapToInt(cookie -> cookie.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > SetCookies.MOST) {
            LOG.errorf(
                    "The cookies of client %s have %d bytes, more than %d: its protocol mappers put too much into lightweight"
                            + " access tokens",
                    call.client().getClientId(), bytes, SetCookies.MOST);
            throw Problem.of(ErrorCode.COOKIES_TOO_LARGE, call);
        }
        return cookies;
    }

    private String inBody(AccessTokenResponse tokens) {
        return call.settings().refreshInBody() ? tokens.getRefreshToken() : null;
    }

    private UserSessionModel session(AccessTokenResponse tokens) {
        UserSessionModel current = call.session().getContext().getUserSession();
        if (current != null) {
            return current;
        }
        // Not from the response: a lightweight token is not bound to say more than this.
        String id = call.session()
                .tokens()
                .decode(tokens.getToken(), AccessToken.class)
                .getSessionId();
        UserSessionModel online = call.session().sessions().getUserSession(call.realm(), id);
        return online != null ? online : call.session().sessions().getOfflineUserSession(call.realm(), id);
    }

    private String text(String key) {
        return new Texts(call.session()).of(key);
    }

    /**
     * What is sent.
     *
     * @param message a sentence for people
     * @param user who is signed in, or null
     * @param refreshToken for native applications, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            String message,
            UserView user,
            @JsonProperty("refresh_token") String refreshToken) {}
}
