package io.keyward.sessionapi;

import io.keyward.passwordreset.PasswordResets;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code POST /forgot-password}: the same answer for everybody; whoever has an account gets a mail. */
final class Forgot {

    private static final int MAX_EMAIL = 255;

    private final Call call;

    Forgot(Call call) {
        this.call = call;
    }

    Response answer(Input input) {
        Limits limits = new Limits(call, "forgot-password");
        limits.address();
        String email = input.required("email", MAX_EMAIL, Characters.LINE);
        input.check();
        limits.account(email);
        // The mail leads back to this application.
        call.session().getContext().setClient(call.client());
        new PasswordResets(call.session()).forgot(email.strip());
        return Response.ok(
                        Map.of("message", new Texts(call.session()).of("keywardApiForgotten")),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
