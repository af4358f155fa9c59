package io.keyward.passwordhash;

import java.io.Serial;
import org.keycloak.models.ModelException;

/**
 * It cannot be told whether a password is right, or a password cannot be hashed, for a reason that the message names. A
 * {@link ModelException}, since that is what Keycloak expects of the attempt to replace a hash after a sign-in.
 */
final class NoHashException extends ModelException {

    @Serial
    private static final long serialVersionUID = 1;

    NoHashException(String message) {
        super(message);
    }

    /** None: Keycloak logs each of these twice, and a flood of sign-ins would be a flood of stack traces. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
