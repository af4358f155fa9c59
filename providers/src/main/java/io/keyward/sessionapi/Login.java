package io.keyward.sessionapi;

import io.keyward.devicesession.recognition.BrowserBehind;
import io.keyward.emailverification.guard.EmailNotVerified;
import io.keyward.onetimetoken.TokenHash;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.services.managers.AuthenticationManager;

/** {@code POST /login}: Keycloak's password grant, for clients whose "Direct access grants" is on. */
final class Login {

    private static final int MAX_EMAIL = 255;
    private static final int MAX_DEVICE = 255;
    /** What Keycloak's token endpoint takes at most of any parameter. */
    private static final int MAX_PASSWORD = 4000;

    private static final Pattern DEVICE_ID = Pattern.compile("[A-Za-z0-9._~-]{16,128}");

    /** What the grant says when a step of the flow has refused, for want of anything more exact. */
    private static final Map<String, ErrorCode> REFUSALS = Map.of(
            EmailNotVerified.DESCRIPTION,
            ErrorCode.EMAIL_NOT_VERIFIED,
            "Account disabled",
            ErrorCode.ACCOUNT_DISABLED,
            "Account is not fully set up",
            ErrorCode.ACTION_REQUIRED,
            "Signed in on too many devices; sign out on one of them first",
            ErrorCode.DEVICE_LIMIT_REACHED,
            "Invalid user credentials",
            ErrorCode.INVALID_CREDENTIALS);

    private final Call call;

    Login(Call call) {
        this.call = call;
    }

    Response answer(Input input) {
        if (!call.client().isDirectAccessGrantsEnabled()) {
            return Problem.elsewhere(ErrorCode.PASSWORD_LOGIN_OFF, call, call.at("start"));
        }
        new Limits(call, "login").address();
        String email = input.required("email", MAX_EMAIL, Characters.LINE);
        String password = input.required("password", MAX_PASSWORD, Characters.ANY);
        String device = input.optional("device", MAX_DEVICE, Characters.LINE);
        input.check();
        new Limits(call, "login").accountFromHere(email);
        GrantForm form = new GrantForm(OAuth2Constants.PASSWORD, call.client().getClientId())
                .with(AuthenticationManager.FORM_USERNAME, email.strip())
                .with("password", password)
                .with(OAuth2Constants.SCOPE, call.settings().scope());
        if (device != null) {
            form.with("device_id", id(device));
        } else if (!call.settings().refreshInBody()) {
            BrowserBehind.note(call.session());
        }
        GrantAnswer answer = new Grants(call).run(form);
        return answer.granted() ? new SignedIn(call).afterLogin(answer.tokens()) : refused(answer, form);
    }

    private Response refused(GrantAnswer answer, GrantForm form) {
        ErrorCode code = form.secondFactorAsked()
                ? ErrorCode.SECOND_FACTOR_REQUIRED
                : REFUSALS.getOrDefault(answer.description(), ErrorCode.SIGN_IN_REFUSED);
        return code == ErrorCode.INVALID_CREDENTIALS || code == ErrorCode.ACCOUNT_DISABLED
                ? Problem.answer(code, call)
                : Problem.elsewhere(code, call, call.at("start"));
    }

    /** An app that keeps an id for its device sends it; a mere name of one is not told to anybody else, but does as well. */
    private static String id(String device) {
        return DEVICE_ID.matcher(device).matches()
                ? device
                : TokenHash.of("device name: " + device).value();
    }
}
