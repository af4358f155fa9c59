package io.keyward.sessionapi;

import io.keyward.emailverification.registration.SignUp;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.models.utils.FormMessage;

/**
 * {@code POST /register}: an account whose address has to be proved before it gets a token. The answer is the same for an
 * address that has an account; its owner gets a mail that says so. Where the mail cannot be queued, there is no account.
 */
final class Register {

    private static final int MAX_NAME = 255;
    private static final int MAX_EMAIL = 255;
    private static final int MAX_PASSWORD = 4000;

    private final Call call;

    Register(Call call) {
        this.call = call;
    }

    Response answer(Input input) {
        if (!call.realm().isRegistrationAllowed()) {
            return Problem.answer(ErrorCode.REGISTRATION_OFF, call);
        }
        Limits limits = new Limits(call, "register");
        limits.address();
        String name = input.required("name", MAX_NAME, Characters.LINE);
        String email = input.required("email", MAX_EMAIL, Characters.LINE);
        String password = input.required("password", MAX_PASSWORD, Characters.ANY);
        input.check();
        limits.account(email);
        SignUp.Result result = new SignUp(call.session(), call.client()).of(name, email, password);
        if (!result.errors().isEmpty()) {
            throw Problem.input(ErrorCode.INVALID_INPUT, call, sentences(result));
        }
        if (!result.mailed()) {
            throw Problem.of(ErrorCode.MAIL_UNAVAILABLE, call);
        }
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new SignedIn.Body(
                        new Texts(call.session()).of("keywardApiRegistered"),
                        UserView.signedUp(result.id(), result.name(), result.email(), result.at()),
                        null))
                .build();
    }

    private Map<String, String> sentences(SignUp.Result result) {
        Texts texts = new Texts(call.session());
        Map<String, String> fields = new LinkedHashMap<>();
        for (FormMessage error : result.errors()) {
            fields.putIfAbsent(error.getField(), texts.of(error.getMessage(), error.getParameters()));
        }
        return fields;
    }
}
