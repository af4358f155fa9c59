package io.keyward.it.harness;

import io.keyward.stack.KeycloakOptions;
import io.keyward.stack.KeywardStack;
import io.keyward.stack.SignInStack;
import io.keyward.stack.StackBackend;
import io.keyward.stack.StackBuilder;
import java.nio.file.Path;
import java.util.List;

/** The backends, chosen by the property {@code keyward.stack} and never by detection. */
public final class Stacks {

    /** So that a test that makes rows old need not wait an hour for the job. */
    private static final String RETENTION = "--spi-keyward-device-session--jpa--retention-interval=2";

    /** So that a test whose mail server comes back need not wait for the mail. */
    private static final String MAIL_RETRY = "--spi-email-sender--outbox--retry-first=1";

    private static final String MAIL_POLL = "--spi-email-sender--outbox--poll-interval=1";

    private Stacks() {}

    static SignInStack chosen() {
        KeycloakOptions options = new KeycloakOptions(
                // Off by default in Keycloak; on here, so that this way to a token is seen to be closed as well.
                List.of("--features=token-exchange"),
                List.of(AuthenticationChannel.option(), RETENTION, MAIL_RETRY, MAIL_POLL, MailtrapServer.option()));
        if (Settings.stack().equals("local")) {
            // Not by its name, so that its logs are kept where builds keep them.
            return local().project(Settings.root())
                    .options(options)
                    .databaseSetting("shared_preload_libraries", "pg_stat_statements")
                    .start();
        }
        return StackBackend.named(Settings.stack()).start(Settings.root(), options, Stacks::say);
    }

    /** A stack of this machine for tests that need one of their own: no jars and no realms yet, logs where builds keep them. */
    public static StackBuilder local() {
        return KeywardStack.builder().logs(Settings.work().resolve("logs")).progress(Stacks::say);
    }

    /** As {@link #local()}, with the packaged jars. */
    public static StackBuilder withKeyward(StackBuilder stack) {
        return stack.providerJar(Settings.providersJar()).providerJar(Settings.themesJar());
    }

    /** The packaged jar of providers. */
    public static Path providersJar() {
        return Settings.providersJar();
    }

    /** The name by which Keycloak reaches the server that catches mails: containers share this machine's network. */
    static String smtpHost() {
        return "127.0.0.1";
    }

    private static void say(String progress) {
        System.out.println("[stack] " + progress);
    }
}
