package io.keyward.sessionapi;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.Urls;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.urls.UrlType;
import org.keycloak.utils.StringUtil;

/**
 * {@code GET /start}: the authorization code flow for a browser whose application holds no token (RFC 9700; OAuth 2.0 for
 * Browser-Based Apps, backend for frontend), with PKCE, state and nonce.
 */
final class Start {

    private static final String RETURN_TO = "return_to";
    private static final int MAX = 2000;

    /** What an application may ask of the sign-in. */
    private static final Map<String, Pattern> PASSED = Map.of(
            OIDCLoginProtocol.MAX_AGE_PARAM, Pattern.compile("[0-9]{1,9}"),
            OIDCLoginProtocol.PROMPT_PARAM, Pattern.compile("login|create|select_account"),
            OIDCLoginProtocol.UI_LOCALES_PARAM, Pattern.compile("[A-Za-z0-9 -]{2,100}"));

    private final Call call;

    Start(Call call) {
        this.call = call;
    }

    Response answer() {
        ClientModel client = call.client();
        new Limits(call, "start").address();
        MultivaluedMap<String, String> query =
                call.session().getContext().getUri().getQueryParameters();
        Optional<String> returnTo = returnTo(query.getFirst(RETURN_TO));
        if (returnTo.isEmpty()) {
            return Problem.answer(ErrorCode.RETURN_TO_REFUSED, call);
        }
        StartedSignIn signIn = StartedSignIn.begin(call, returnTo.get());
        Map<String, String> request = new LinkedHashMap<>();
        request.put(OAuth2Constants.CLIENT_ID, client.getClientId());
        request.put(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE);
        request.put(OAuth2Constants.SCOPE, call.settings().scope());
        request.put(OAuth2Constants.REDIRECT_URI, call.at("callback").toString());
        request.put(OAuth2Constants.STATE, signIn.state());
        request.put(OIDCLoginProtocol.NONCE_PARAM, signIn.nonce());
        request.put(OIDCLoginProtocol.CODE_CHALLENGE_PARAM, signIn.challenge());
        request.put(OIDCLoginProtocol.CODE_CHALLENGE_METHOD_PARAM, OAuth2Constants.PKCE_METHOD_S256);
        PASSED.forEach((name, format) -> Optional.ofNullable(query.getFirst(name))
                .filter(value -> format.matcher(value).matches())
                .ifPresent(value -> request.put(name, value)));
        return SignedIn.with(call, List.of(signIn.cookie()), Response.seeOther(authorization(request)));
    }

    /** An address that is one of the client's redirect URIs; where none is given, the client's own address. */
    private Optional<String> returnTo(String given) {
        ClientModel client = call.client();
        String wanted = StringUtil.isNotBlank(given) ? given : ownAddress(client);
        if (wanted == null || wanted.length() > MAX || !Characters.TOKEN.in(wanted) || !webAddress(wanted)) {
            return Optional.empty();
        }
        return Optional.ofNullable(RedirectUtils.verifyRedirectUri(call.session(), wanted, client))
                .filter(Start::webAddress);
    }

    private String ownAddress(ClientModel client) {
        return client.getBaseUrl() == null && client.getRootUrl() == null
                ? null
                : ResolveRelative.resolveRelativeUri(
                        call.session(), client.getRootUrl(), client.getBaseUrl() == null ? "" : client.getBaseUrl());
    }

    private static boolean webAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private URI authorization(Map<String, String> request) {
        URI base = call.session().getContext().getUri(UrlType.FRONTEND).getBaseUri();
        String query = request.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(Urls.realmIssuer(base, call.realm().getName()) + "/protocol/openid-connect/auth?" + query);
    }
}
