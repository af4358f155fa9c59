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

/** The password that the mailbox's owner chooses. Nothing is changed before {@link #set()}. */
public final class NewPassword {

    private static final String FIELD = "password-new";
    private static final String REPEATED = "password-confirm";

    private final KeycloakSession session;
    private final UserModel user;
    private final String chosen;
    private final String repeated;

    /**
     * @param chosen anything that somebody sent, also null
     * @param repeated the same, typed a second time; whoever has no second field hands in the first again
     */
    public NewPassword(KeycloakSession session, UserModel user, String chosen, String repeated) {
        this.session = session;
        this.user = user;
        this.chosen = chosen;
        this.repeated = repeated;
    }

    /** The fields {@code password-new} and {@code password-confirm} of a form. */
    public NewPassword(KeycloakSession session, UserModel user, MultivaluedMap<String, String> form) {
        this(session, user, form.getFirst(FIELD), form.getFirst(REPEATED));
    }

    /** Why it cannot be taken, by field: missing, not the same twice, or against the realm's policy. Empty if it can. */
    public List<FormMessage> errors() {
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

    /**
     * @return whether a store has taken it
     * @throws org.keycloak.models.ModelException if the store refuses it
     * @throws org.keycloak.storage.ReadOnlyException if the user comes from a federation that changes no passwords
     */
    public boolean set() {
        return user.credentialManager().updateCredential(UserCredentialModel.password(chosen, false));
    }
}
