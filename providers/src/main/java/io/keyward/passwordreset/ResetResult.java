package io.keyward.passwordreset;

import java.util.List;
import org.keycloak.models.utils.FormMessage;

/**
 * What became of a try to choose a password.
 *
 * @param status how it went
 * @param reason why the link does not work: {@code unknown}, {@code used}, {@code expired} or {@code superseded}; null unless
 *     {@link Status#UNUSABLE}
 * @param errors what is wrong with the password: keys of Keycloak's messages with their values, by the field of the form; empty
 *     unless {@link Status#PASSWORD_REFUSED}
 */
public record ResetResult(Status status, String reason, List<FormMessage> errors) {

    public ResetResult {
        errors = List.copyOf(errors);
    }

    /** How it went. */
    public enum Status {
        /** The password is set, and the link is used up. */
        DONE,
        /** The password was not taken; the link works still. */
        PASSWORD_REFUSED,
        /** The user's federation changes no passwords; the link works still, for what it is worth. */
        NOT_CHANGEABLE,
        /** The link does not work. */
        UNUSABLE
    }
}
