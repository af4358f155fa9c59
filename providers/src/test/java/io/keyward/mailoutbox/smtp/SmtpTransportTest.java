package io.keyward.mailoutbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailTransportContract;
import io.keyward.mailoutbox.MailTransportProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpTransportTest extends MailTransportContract {

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private Instant now = Instant.EPOCH;
    private final SmtpPool pool = new SmtpPool(Duration.ofSeconds(30), () -> now);
    private final Map<String, String> config = new HashMap<>(Map.of(
            "host", "localhost",
            "port", String.valueOf(server.port()),
            "from", "no-reply@example.org",
            "timeout", "700",
            "connectionTimeout", "700"));

    @AfterEach
    void close() {
        pool.close();
        server.close();
    }

    @Override
    protected MailTransportProvider transport() {
        return new SmtpTransportProvider(new PlainDoor(), pool);
    }

    @Override
    protected Map<String, String> config() {
        return config;
    }

    @Override
    protected List<String> arrived() {
        return server.received().stream()
                .map(mail -> mail.to().replaceAll("RCPT TO:<(.*)>", "$1"))
                .toList();
    }

    @Override
    protected void refuse(String address) {
        server.on("RCPT", line -> line.contains(address) ? "550 5.1.1 no such user" : null);
    }

    @Override
    protected void stopServer() {
        server.close();
    }

    /** Where the server fails, how, and what is to be made of it. */
    @ParameterizedTest
    @CsvSource({
        "connect, 554 go away, SERVER_FAILED, CONNECTION, 554",
        "connect, 421 busy, SERVER_FAILED, CONNECTION, 421",
        "connect, drop, SERVER_FAILED, CONNECTION, 0",
        "connect, hang, SERVER_FAILED, CONNECTION, 0",
        "MAIL, 451 later, SERVER_FAILED, SENDER, 451",
        "MAIL, 550 not you, SERVER_FAILED, SENDER, 550",
        "MAIL, 530 5.7.0 authenticate first, SERVER_FAILED, AUTHENTICATION, 530",
        "MAIL, 421 closing, SERVER_FAILED, CONNECTION, 421",
        "MAIL, drop, DEFERRED, CONNECTION_LOST, 0",
        "MAIL, hang, DEFERRED, CONNECTION_LOST, 0",
        "RCPT, 450 4.2.0 greylisted, DEFERRED, RECIPIENT, 450",
        "RCPT, 452 4.2.2 full, DEFERRED, RECIPIENT, 452",
        "RCPT, 550 5.1.1 unknown, REFUSED, RECIPIENT, 550",
        "RCPT, 599 odd, REFUSED, RECIPIENT, 599",
        "RCPT, 400 odd, DEFERRED, RECIPIENT, 400",
        "RCPT, 550 5.7.0 Requested action not taken: too many emails per second, SERVER_FAILED, RATE, 550",
        "RCPT, 421 closing, SERVER_FAILED, CONNECTION, 421",
        "RCPT, drop, DEFERRED, CONNECTION_LOST, 0",
        "DATA, 451 later, DEFERRED, CONTENT, 451",
        "DATA, 554 no, REFUSED, CONTENT, 554",
        "DATA, 550 5.7.0 Requested action not taken: too many emails per second, SERVER_FAILED, RATE, 550",
        "DATA, hang, DEFERRED, CONNECTION_LOST, 0",
        "end, 451 later, DEFERRED, CONTENT, 451",
        "end, 452 no room, DEFERRED, CONTENT, 452",
        "end, 552 too large, REFUSED, CONTENT, 552",
        "end, 554 spam, REFUSED, CONTENT, 554",
        "end, 421 closing, SERVER_FAILED, CONNECTION, 421",
        "end, drop, DEFERRED, CONNECTION_LOST, 0",
        "end, hang, DEFERRED, CONNECTION_LOST, 0",
        "end, 299 odd, SENT, , 0",
        "end, 777 nonsense, DEFERRED, CONNECTION_LOST, 0",
    })
    void eachStageThatFails(String stage, String reply, Outcome outcome, MailFailure failure, int code) {
        for (boolean pipelining : new boolean[] {false, true}) {
            server.offering(pipelining ? "PIPELINING" : "8BITMIME").on(stage, reply);
            Mail mail = mail("ann@example.org");
            assertThat(send(List.of(mail)))
                    .as("pipelining: %s", pipelining)
                    .containsExactly(new Delivery(mail.id(), outcome, failure, code));
        }
    }

    /** What fails once, mid-batch, costs only what it must. */
    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 unknown, 7",
        "RCPT, 450 later, 7",
        "DATA, 554 no, 7",
        "end, 554 no, 7",
        "end, 451 no, 7",
        "end, 421 closing, 3",
    })
    void inTheMiddleOfABatch(String stage, String reply, int sent) {
        for (String extension : new String[] {"8BITMIME", "PIPELINING"}) {
            AtomicInteger number = new AtomicInteger();
            server.offering(extension).on(stage, line -> number.incrementAndGet() == 4 ? reply : null);
            int before = server.received().size();
            List<Mail> mails = mails(8);
            List<Delivery> results = send(mails);
            assertThat(results).extracting(Delivery::mailId).containsExactlyInAnyOrderElementsOf(ids(mails));
            assertThat(results.stream().filter(result -> result.outcome() == Outcome.SENT))
                    .as(extension)
                    .hasSize(sent);
            assertThat(server.received().size() - before).isEqualTo(sent);
            server.forget(stage);
        }
    }

    /** Answers under way may get lost with the connection: what the server took is at least what is known to be sent. */
    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "end"})
    void aConnectionThatBreaksInTheMiddleOfABatch(String stage) {
        for (String extension : new String[] {"8BITMIME", "PIPELINING"}) {
            AtomicInteger number = new AtomicInteger();
            server.offering(extension)
                    .on(stage, line -> number.incrementAndGet() == 4 ? ScriptedSmtpServer.DROP : null);
            int before = server.received().size();
            List<Mail> mails = mails(8);
            List<Delivery> results = send(mails);
            assertThat(results).extracting(Delivery::mailId).containsExactlyInAnyOrderElementsOf(ids(mails));
            assertThat(results.stream().filter(result -> result.outcome() == Outcome.SENT))
                    .as(extension)
                    .hasSizeBetween(2, server.received().size() - before);
            assertThat(results.stream().filter(result -> result.outcome() == Outcome.DEFERRED))
                    .hasSize(1)
                    .allMatch(result -> result.failure() == MailFailure.CONNECTION_LOST);
            server.forget(stage);
        }
    }

    @Test
    void aServerThatTakesDataAfterRefusingTheRecipientGetsNoMessage() {
        server.offering("PIPELINING").on("RCPT", line -> line.contains("user1@") ? "550 unknown" : null);
        assertThat(send(mails(3)))
                .extracting(Delivery::outcome)
                .containsExactly(Outcome.SENT, Outcome.REFUSED, Outcome.SENT);
        assertThat(server.received().stream().filter(mail -> !mail.data().isBlank()))
                .extracting(Received::to)
                .containsExactly("RCPT TO:<user0@example.org>", "RCPT TO:<user2@example.org>");
    }

    @Test
    void aWrongPasswordIsTheServersTrouble() {
        config.putAll(Map.of("auth", "true", "user", "api", "password", "wrong"));
        server.offering("AUTH PLAIN LOGIN").on("AUTH", "535 5.7.8 no");
        Delivery first = send(mails(2)).get(0);
        assertThat(first.outcome()).isEqualTo(Outcome.SERVER_FAILED);
        assertThat(first.failure()).isEqualTo(MailFailure.AUTHENTICATION);
        assertThat(first.replyCode()).isEqualTo(535);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not offered", "454 not now", "220 go", "drop"})
    void withoutEncryptionThatWasAskedForNothingIsSent(String reply) {
        config.put("starttls", "true");
        if (!reply.equals("not offered")) {
            // After "220 go" it answers in plain text, which is no handshake.
            server.offering("STARTTLS").on("STARTTLS", reply);
        }
        Delivery first = send(mails(2)).get(0);
        assertThat(first.outcome()).isEqualTo(Outcome.SERVER_FAILED);
        assertThat(first.failure()).isEqualTo(MailFailure.TLS);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void usesOneConnectionForManyBatches() {
        for (int i = 0; i < 5; i++) {
            send(mails(10));
        }
        assertThat(server.connections()).isEqualTo(1);
        assertThat(pool.size()).isEqualTo(1);
    }

    @Test
    void takesANewConnectionAfterAHundredMails() {
        assertThat(send(mails(250))).extracting(Delivery::outcome).containsOnly(Outcome.SENT);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void nobodyNoticesAConnectionThatTheServerClosedWhileItWasIdle() {
        for (Duration idle : List.of(Duration.ZERO, Duration.ofSeconds(10))) {
            send(mails(1));
            server.dropAll();
            now = now.plus(idle);
            assertThat(send(mails(2))).extracting(Delivery::outcome).containsOnly(Outcome.SENT);
        }
    }

    @Test
    void otherSettingsAreAnotherConnection() {
        send(mails(1));
        config.put("from", "other@example.org");
        send(mails(1));
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void closesWhatIsIdle() {
        send(mails(1));
        pool.closeIdle();
        assertThat(pool.size()).isEqualTo(1);
        now = now.plusSeconds(31);
        pool.closeIdle();
        assertThat(pool.size()).isZero();
    }

    @Test
    void withPipeliningAMailIsOneRoundTrip() {
        server.offering("PIPELINING").withLatency(30);
        send(mails(1));
        int before = server.roundTrips();
        send(mails(20));
        assertThat(server.roundTrips() - before).isBetween(20, 40);
        assertThat(server.received()).hasSize(21);
    }

    @Test
    void settingsThatAreNoneAreTheServersTrouble() {
        config.put("from", "nonsense");
        assertThat(send(mails(1)).get(0).failure()).isEqualTo(MailFailure.CONFIGURATION);
        assertThat(server.connections()).isZero();
    }
}
