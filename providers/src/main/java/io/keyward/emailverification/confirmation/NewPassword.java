package io.keyward.emailverification.confirmation;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;
import org.keycloak.services.messages.Messages;

/** The password that the mailbox's owner chooses while confirming. */
final class NewPassword {

    private static final String FIELD = "password-new";
    private static final String REPEATED = "password-confirm";

    private final KeycloakSession session;
    private final UserModel user;
    private final String chosen;
    private final String repeated;

    NewPassword(KeycloakSession session, UserModel user, MultivaluedMap<String, String> form) {
        this.session = session;
        this.user = user;
        this.chosen = form.getFirst(FIELD);
        this.repeated = form.getFirst(REPEATED);
    }

    List<FormMessage> errors() {
        if (chosen == null || chosen.isBlank()) {
            return List.of(new FormMessage(FIELD, Messages.MISSING_PASSWORD));
        }
        if (!chosen.equals(repeated)) {
            return List.of(new FormMessage(REPEATED, Messages.INVALID_PASSWORD_CONFIRM));
        }
        PolicyError error = session.getProvider(PasswordPolicyManagerProvider.class)
                .validate(session.getContext().getRealm(), user, chosen);
        return error == null ? List.of() : List.of(new FormMessage(FIELD, error.getMessage(), error.getParameters()));
    }

    void set() {
        user.credentialManager().updateCredential(UserCredentialModel.password(chosen, false));
    }
}
