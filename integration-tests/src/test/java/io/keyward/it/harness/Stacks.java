package io.keyward.it.harness;

import io.keyward.stack.SignInStack;

/** The backends, chosen by the property {@code keyward.stack} and never by detection. */
final class Stacks {

    private Stacks() {}

    static SignInStack chosen() {
        throw new UnsupportedOperationException("keyward.stack=" + Settings.stack() + ": the stack is being built");
    }

    /** The catcher's name as Keycloak reaches it. */
    static String smtpHost() {
        return "127.0.0.1";
    }
}
