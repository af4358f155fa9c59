package io.keyward.sessionapi;

import io.keyward.emailverification.confirmation.VerificationLink;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /verify/{token}}: the token of a mailed link. People and whatever follows links for them get the page, where a
 * button confirms. A program that accepts JSON only confirms at once, but only for the browser that signed up: anybody else has
 * to choose a new password, which takes a page (ADR 2).
 */
final class Verify {

    private final Call call;

    Verify(Call call) {
        this.call = call;
    }

    Response answer(String token) {
        new Origins(call).requireForReading();
        VerificationLink link = new VerificationLink(call.session(), token);
        boolean program = wantsJsonOnly()
                && HttpMethod.GET.equals(
                        call.session().getContext().getHttpRequest().getHttpMethod());
        if (!program) {
            call.client();
            return Response.seeOther(link.page())
                    .header("Referrer-Policy", "no-referrer")
                    .build();
        }
        new Limits(call, "verify").address();
        return switch (link.confirm()) {
            case CONFIRMED ->
                Response.ok(
                                Map.of("message", new Texts(call.session()).of("keywardApiVerified")),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case OTHER_BROWSER -> Problem.elsewhere(ErrorCode.CONFIRM_IN_BROWSER, call, link.page());
            case INVALID -> Problem.answer(ErrorCode.LINK_INVALID, call);
        };
    }

    private boolean wantsJsonOnly() {
        List<String> accepted = call.headers("Accept");
        return accepted.size() == 1
                && MediaType.APPLICATION_JSON.equals(accepted.get(0).strip());
    }
}
