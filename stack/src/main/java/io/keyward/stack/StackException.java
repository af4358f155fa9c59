package io.keyward.stack;

/** The stack cannot start or go on. The message says in plain words what is missing and what to do about it. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
