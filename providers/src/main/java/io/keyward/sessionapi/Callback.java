package io.keyward.sessionapi;

import io.keyward.onetimetoken.TokenHash;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/** {@code GET /callback}: Keycloak's authorization code grant, then back to the application with cookies. */
final class Callback {

    private static final Pattern WORD = Pattern.compile("[a-z_]{1,60}");

    private final Call call;

    Callback(Call call) {
        this.call = call;
    }

    Response answer() {
        call.client();
        MultivaluedMap<String, String> query =
                call.session().getContext().getUri().getQueryParameters();
        Optional<StartedSignIn> started = StartedSignIn.take(call, query.getFirst(OAuth2Constants.STATE));
        if (started.isEmpty()) {
            return Problem.answer(ErrorCode.SIGN_IN_STALE, call);
        }
        StartedSignIn signIn = started.get();
        String code = query.getFirst(OAuth2Constants.CODE);
        if (code == null) {
            return back(signIn, query.getFirst(OAuth2Constants.ERROR));
        }
        GrantAnswer answer = new Grants(call)
                .run(new GrantForm(
                                OAuth2Constants.AUTHORIZATION_CODE,
                                call.client().getClientId())
                        .with(OAuth2Constants.CODE, code)
                        .with(OAuth2Constants.REDIRECT_URI, call.at("callback").toString())
                        .with(OAuth2Constants.CODE_VERIFIER, signIn.verifier()));
        if (!answer.granted() || !expected(answer.tokens(), signIn)) {
            return back(signIn, "access_denied");
        }
        return new SignedIn(call).afterStart(answer.tokens(), URI.create(signIn.returnTo()));
    }

    /** The ID token of this very sign-in. */
    private boolean expected(AccessTokenResponse tokens, StartedSignIn signIn) {
        IDToken idToken =
                tokens.getIdToken() == null ? null : call.session().tokens().decode(tokens.getIdToken(), IDToken.class);
        return idToken != null && idToken.getNonce() != null && TokenHash.same(idToken.getNonce(), signIn.nonce());
    }

    private static Response back(StartedSignIn signIn, String error) {
        String word = error != null && WORD.matcher(error).matches() ? error : "access_denied";
        String[] parts = signIn.returnTo().split("#", 2);
        String there = parts[0] + (parts[0].contains("?") ? "&" : "?") + OAuth2Constants.ERROR + "=" + word;
        return Response.seeOther(URI.create(parts.length < 2 ? there : there + "#" + parts[1]))
                .build();
    }
}
