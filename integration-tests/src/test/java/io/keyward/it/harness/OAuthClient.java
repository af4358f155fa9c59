package io.keyward.it.harness;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One client application of a realm, as it talks to Keycloak over OpenID Connect. */
public final class OAuthClient {

    private final String realmUrl;
    private final String id;
    private final String secret;

    OAuthClient(String realmUrl, String id, String secret) {
        this.realmUrl = realmUrl;
        this.id = id;
        this.secret = secret;
    }

    public String id() {
        return id;
    }

    /** A request of the application, ready to be opened in a browser: scope {@code openid}, with PKCE. */
    public Authorization authorization(String redirectUri) {
        return authorization(redirectUri, Map.of());
    }

    /** As {@link #authorization(String)}, with parameters added, or replaced such as {@code response_type}. */
    public Authorization authorization(String redirectUri, Map<String, String> more) {
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        String state = UUID.randomUUID().toString();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", id);
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("redirect_uri", redirectUri);
        query.put("state", state);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        query.putAll(more);
        return new Authorization(endpoint("auth") + "?" + Http.form(query), redirectUri, verifier, state);
    }

    /** @param url what the browser opens; @param state comes back with the redirect */
    public record Authorization(String url, String redirectUri, String verifier, String state) {

        /** The same request, but starting at the registration form. */
        public String registrationUrl() {
            return url.replace("/protocol/openid-connect/auth?", "/protocol/openid-connect/registrations?");
        }
    }

    public TokenAnswer code(String code, Authorization authorization) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                authorization.redirectUri(),
                "code_verifier",
                authorization.verifier()));
    }

    public TokenAnswer password(String username, String password) {
        return password(username, password, "openid");
    }

    public TokenAnswer password(String username, String password, String scope) {
        return token(Map.of("grant_type", "password", "username", username, "password", password, "scope", scope));
    }

    public TokenAnswer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public TokenAnswer clientCredentials() {
        return token(Map.of("grant_type", "client_credentials"));
    }

    /** Any request at the token endpoint; the client names itself. */
    public TokenAnswer token(Map<String, String> parameters) {
        return TokenAnswer.of(post("token", parameters));
    }

    public Answer introspect(String token) {
        return post("token/introspect", Map.of("token", token));
    }

    public Answer revoke(String token) {
        return post("revoke", Map.of("token", token));
    }

    public Answer userinfo(String accessToken) {
        return Http.send(Http.request(endpoint("userinfo"))
                .header("Authorization", "Bearer " + accessToken)
                .GET());
    }

    /** Signs out without a browser, by the refresh token. */
    public Answer logout(String refreshToken) {
        return post("logout", Map.of("refresh_token", refreshToken));
    }

    /** What the browser opens to sign out (RP-initiated). */
    public String logoutUrl(String idToken, String backTo) {
        return endpoint("logout")
                + "?"
                + Http.form(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", backTo, "client_id", id));
    }

    /** Posts a form to an endpoint below {@code protocol/openid-connect/}; the client names itself. */
    public Answer post(String endpoint, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", id);
        if (secret != null) {
            form.put("client_secret", secret);
        }
        form.putAll(parameters);
        return Http.post(endpoint(endpoint), form);
    }

    public String endpoint(String name) {
        return realmUrl + "/protocol/openid-connect/" + name;
    }

    /** The parameters of a redirect, from its query or its fragment. */
    public static Map<String, String> parameters(URI redirect) {
        String raw = redirect.getRawFragment() != null ? redirect.getRawFragment() : redirect.getRawQuery();
        return AppServer.parameters(raw);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
