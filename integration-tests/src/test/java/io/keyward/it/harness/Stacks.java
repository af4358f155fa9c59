package io.keyward.it.harness;

import io.keyward.stack.KeywardStack;
import io.keyward.stack.SignInStack;
import io.keyward.stack.StackBuilder;

/** The backends, chosen by the property {@code keyward.stack} and never by detection. */
public final class Stacks {

    private Stacks() {}

    static SignInStack chosen() {
        return switch (Settings.stack()) {
            case "local" ->
                local().project(Settings.root())
                        // Off by default in Keycloak; on here, so that this way to a token is seen to be closed as
                        // well.
                        .buildOption("--features=token-exchange")
                        .runtimeOption(AuthenticationChannel.option())
                        .start();
            default ->
                throw new IllegalArgumentException("keyward.stack is local or containers, not " + Settings.stack());
        };
    }

    /** A stack of this machine for tests that need one of their own: no jars and no realms yet, logs where builds keep them. */
    public static StackBuilder local() {
        return KeywardStack.builder()
                .logs(Settings.work().resolve("logs"))
                .progress(line -> System.out.println("[stack] " + line));
    }

    /** As {@link #local()}, with the packaged jars. */
    public static StackBuilder withKeyward(StackBuilder stack) {
        return stack.providerJar(Settings.providersJar()).providerJar(Settings.themesJar());
    }

    /** The name by which Keycloak reaches the server that catches mails. */
    static String smtpHost() {
        return "127.0.0.1";
    }
}
