package io.keyward.it.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import io.keyward.mailoutbox.smtp.Received;
import io.keyward.mailoutbox.smtp.ScriptedSmtpServer;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sign-up with a mail server that fails at each stage in every way: the person notices nothing, the outbox says truly how the
 * mail stands, and the mail arrives once the server is back.
 */
class MailServerTroubleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("(?<![\\w/])(\\d{4}) (\\d{4})(?![\\w/])");

    @RegisterExtension
    static final TestRealm realm =
            TestRealm.shipped().withRequiredAction("keyward-verify-email", "resend-cooldown", "0");

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final Person person = Person.ada();
    private final Visitor visitor = new Visitor(realm);

    @AfterEach
    void close() {
        server.close();
    }

    /** One of each kind; {@link #aServerThatRefuses} has them all. */
    @ParameterizedTest
    @CsvSource({
        "connect, 421 busy, retrying connection 421",
        "connect, drop, retrying connection 0",
        "MAIL, 550 not you, retrying sender 550",
        "RCPT, 450 later, retrying recipient 450",
        "RCPT, 550 unknown, failed recipient 550",
        "DATA, hang, retrying connection-lost 0",
        "end, 451 later, retrying content 451",
        "end, 554 spam, failed content 554",
    })
    void aServerThatFails(String stage, String reply, String told) {
        server.on(stage, reply);
        signUpMeets(Map.of(), told, () -> server.forget(stage));
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "connect, 400 later, retrying connection 400",
        "connect, 554 go away, retrying connection 554",
        "connect, 599 odd, retrying connection 599",
        "connect, hang, retrying connection 0",
        "EHLO, drop, retrying connection 0",
        "MAIL, 400 odd, retrying sender 400",
        "MAIL, 421 closing, retrying connection 421",
        "MAIL, 451 later, retrying sender 451",
        "MAIL, 530 5.7.0 authenticate first, retrying authentication 530",
        "MAIL, 599 odd, retrying sender 599",
        "MAIL, drop, retrying connection-lost 0",
        "MAIL, hang, retrying connection-lost 0",
        "RCPT, 421 closing, retrying connection 421",
        "RCPT, 550 5.7.0 Requested action not taken: too many emails per second, retrying rate 550",
        "RCPT, drop, retrying connection-lost 0",
        "RCPT, hang, retrying connection-lost 0",
        "DATA, 451 later, retrying content 451",
        "DATA, 554 no, failed content 554",
        "DATA, drop, retrying connection-lost 0",
        "end, 421 closing, retrying connection 421",
        "end, 552 too large, failed content 552",
        "end, drop, retrying connection-lost 0",
        "end, hang, retrying connection-lost 0",
    })
    void aServerThatRefuses(String stage, String reply, String told) {
        aServerThatFails(stage, reply, told);
    }

    @Test
    void aServerThatIsDown() {
        server.down();
        signUpMeets(Map.of(), "retrying connection 0", server::up);
    }

    @ParameterizedTest
    @CsvSource({"535 5.7.8 no, 535", "454 4.7.0 later, 454"})
    void aServerThatRefusesThePassword(String reply, int code) {
        server.offering("AUTH PLAIN").on("AUTH", reply);
        signUpMeets(
                Map.of("auth", "true", "user", "api", "password", "secret"),
                "retrying authentication " + code,
                () -> server.forget("AUTH"));
    }

    /** The admin asks for what the server does not have, then takes it back. */
    @ParameterizedTest
    @CsvSource({
        "not offered, retrying tls 0",
        "454 not now, retrying tls 454",
        "220 go, retrying tls 0",
    })
    void aServerWithoutTheEncryptionThatWasAskedFor(String reply, String told) {
        if (!reply.equals("not offered")) {
            // After "220 go" it answers in plain text, which is no handshake.
            server.offering("STARTTLS").on("STARTTLS", reply);
        }
        signUpMeets(Map.of("starttls", "true"), told, () -> MailServers.use(realm.admin(), server, Map.of()));
    }

    private void signUpMeets(Map<String, String> settings, String told, Runnable back) {
        MailServers.use(realm.admin(), server, settings);
        visitor.register(person);
        assertThat(visitor.page().status()).isEqualTo(200);
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        assertThat(visitor.page().text()).doesNotContain("could not send the message");

        OutboxRows rows = new OutboxRows(realm.database(), realm.id());
        String id = realm.admin().userId(person.email());
        await(told).atMost(PATIENCE).until(() -> rows.told(id), told::equals);
        assertThat(server.to(person.email())).as("before the server is back").isEmpty();
        boolean over = told.startsWith("failed");
        assertThat(rows.count("user_id = '" + id + "' and content is null")).isEqualTo(over ? 1 : 0);

        back.run();
        if (over) {
            visitor.resend();
        }
        Received mail = await("the mail")
                .atMost(PATIENCE)
                .until(() -> server.to(person.email()), mails -> !mails.isEmpty())
                .get(0);
        await("sent").atMost(PATIENCE).until(() -> rows.told(id), "sent - 0"::equals);
        assertThat(rows.strings("message_id", "user_id = '" + id + "' and status = 'sent' and content is null"))
                .containsExactly(mail.header("Message-ID"));
        visitor.enterCode(code(mail));
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertThat(server.to(person.email())).as("how often it came").hasSize(1);
    }

    private static String code(Received mail) {
        Matcher code = CODE.matcher(mail.data().replace("=\r\n", ""));
        assertThat(code.find()).as("a code in the mail").isTrue();
        return code.group();
    }
}
