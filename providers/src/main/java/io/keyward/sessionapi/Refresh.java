package io.keyward.sessionapi;

import io.keyward.emailverification.guard.EmailNotVerified;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;

/** {@code POST /refresh}: Keycloak's refresh grant, with the token from the body or from the cookie. */
final class Refresh {

    /** What a refresh token may have at most, as in Keycloak's token endpoint. */
    static final int MAX_TOKEN = 4000;

    private final Call call;

    Refresh(Call call) {
        this.call = call;
    }

    Response answer(Input input) {
        String given = input.optional(OAuth2Constants.REFRESH_TOKEN, MAX_TOKEN, Characters.TOKEN);
        input.check();
        String token = given != null
                ? given
                : new SentCookies(call).value(new CookieNames(call).refresh()).orElse(null);
        if (token == null) {
            return Problem.answer(ErrorCode.NOT_SIGNED_IN, call);
        }
        GrantAnswer answer = new Grants(call)
                .run(new GrantForm(OAuth2Constants.REFRESH_TOKEN, call.client().getClientId())
                        .with(OAuth2Constants.REFRESH_TOKEN, token));
        return answer.granted() ? new SignedIn(call).afterRefresh(answer.tokens()) : refused(answer);
    }

    private Response refused(GrantAnswer answer) {
        return EmailNotVerified.DESCRIPTION.equals(answer.description())
                ? Problem.elsewhere(ErrorCode.EMAIL_NOT_VERIFIED, call, call.at("start"))
                : Problem.answer(ErrorCode.INVALID_REFRESH_TOKEN, call);
    }
}
