package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.emailverification.undelivered.UndeliveredAddresses;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.AuthorizationEndpointBase;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The pages of the waiting room. */
final class WaitingPages {

    private final Stage stage;
    private final ProofSession proof;
    private final VerificationSettings settings;

    WaitingPages(Stage stage, ProofSession proof, VerificationSettings settings) {
        this.stage = stage;
        this.proof = proof;
        this.settings = settings;
    }

    Response waiting(FormMessage error) {
        Map<String, Object> verification = new HashMap<>();
        verification.put("address", proof.address());
        verification.put("codeLength", VerificationCode.LENGTH);
        verification.put("resendIn", proof.secondsUntilResend(settings.resendCooldown()));
        verification.put("resendsLeft", Math.max(0, resendsLeft()));
        verification.put("canChangeAddress", canChangeAddress());
        verification.put("mailFailed", proof.mailFailed());
        verification.put(
                "statusUrl",
                WaitingEndpoint.uri(stage.session(), stage.authSession()).toString());
        LoginFormsProvider form = stage.form().setAttribute("verification", verification);
        if (error != null) {
            form.setErrors(List.of(error));
        }
        return NoStore.on(form.createForm("keyward-verify-email.ftl"));
    }

    Response changeAddress(List<FormMessage> errors) {
        UserModel user = stage.user();
        Map<String, Object> verification = new HashMap<>();
        verification.put("address", proof.address());
        verification.put(
                "missing",
                user != null && (user.getEmail() == null || user.getEmail().isBlank()));
        LoginFormsProvider form = stage.form().setAttribute("verification", verification);
        if (!errors.isEmpty()) {
            verification.put("entered", stage.input().getFirst(UserModel.EMAIL));
            form.setErrors(errors);
        }
        return NoStore.on(form.createForm("keyward-change-address.ftl"));
    }

    /**
     * Mail does not reach the address of now.
     *
     * @param later whether the person may put it off, rather than try the same address again
     */
    Response undelivered(List<FormMessage> errors, boolean later) {
        proof.asked();
        Map<String, Object> verification = new HashMap<>();
        verification.put("undelivered", stage.user().getEmail());
        verification.put("later", later);
        LoginFormsProvider form = stage.form().setAttribute("verification", verification);
        if (!errors.isEmpty()) {
            verification.put("entered", stage.input().getFirst(UserModel.EMAIL));
            form.setErrors(errors);
        }
        return NoStore.on(form.createForm("keyward-change-address.ftl"));
    }

    /** In the waiting tab, after somebody proved the address in another browser: the way on is to sign in afresh. */
    Response confirmedElsewhere() {
        AuthenticationSessionModel authSession = stage.authSession();
        // A sign-up that starts over goes to the sign-in page, not to the registration form.
        authSession.setClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW, null);
        Map<String, Object> done = new HashMap<>();
        done.put("address", proof.address());
        done.put("name", DisplayName.of(stage.user()));
        done.put("where", "waiting-tab");
        done.put(
                "signInUrl",
                Urls.realmLoginRestartPage(
                                stage.session().getContext().getUri().getBaseUri(),
                                stage.realm().getName(),
                                authSession.getClient().getClientId(),
                                authSession.getTabId(),
                                AuthenticationProcessor.getClientData(stage.session(), authSession),
                                false)
                        .toString());
        return NoStore.on(stage.form().setAttribute("done", done).createForm("keyward-link-done.ftl"));
    }

    int resendsLeft() {
        return settings.resendsPerSession() + 1 - proof.mails();
    }

    /** Before the first proof, and while mail reaches none that was proved: later on, it is changed where one is signed in. */
    boolean canChangeAddress() {
        UserModel user = stage.user();
        return user == null
                || user.getEmail() == null
                || user.getEmail().isBlank()
                || !new EmailProofs(stage.session()).everProved(user)
                || new UndeliveredAddresses(stage.session()).owed(user).isPresent();
    }
}
