package io.keyward.sessionapi;

import io.keyward.passwordreset.PasswordResets;
import io.keyward.passwordreset.ResetResult;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code POST /reset-password/{token}}: another password for whoever has a mailed link. Signs nobody in. */
final class Reset {

    private static final int MAX_PASSWORD = 4000;
    private static final String PASSWORD = "password";

    private final Call call;

    Reset(Call call) {
        this.call = call;
    }

    Response answer(String token, Input input) {
        new Limits(call, "reset-password").address();
        String password = input.required(PASSWORD, MAX_PASSWORD, Characters.ANY);
        input.check();
        ResetResult result = new PasswordResets(call.session()).reset(token, password);
        return switch (result.status()) {
            case DONE ->
                SignedIn.with(
                        call,
                        new SetCookies(call).gone(),
                        Response.ok(
                                Map.of("message", new Texts(call.session()).of("keywardApiReset")),
                                MediaType.APPLICATION_JSON_TYPE));
            case PASSWORD_REFUSED -> throw Problem.input(ErrorCode.INVALID_INPUT, call, fields(result));
            case NOT_CHANGEABLE -> Problem.answer(ErrorCode.PASSWORD_ELSEWHERE, call);
            case UNUSABLE -> Problem.answer(ErrorCode.LINK_INVALID, call);
        };
    }

    private Map<String, String> fields(ResetResult result) {
        return result.errors().stream()
                .findFirst()
                .map(error -> Map.of(PASSWORD, new Texts(call.session()).of(error.getMessage(), error.getParameters())))
                .orElse(Map.of());
    }
}
