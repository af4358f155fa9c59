package io.keyward.it.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import io.keyward.mailoutbox.smtp.Received;
import io.keyward.mailoutbox.smtp.ScriptedSmtpServer;
import io.keyward.stack.KeycloakNode;
import io.keyward.stack.KeywardStack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Two nodes, a thousand mails and more, and nodes and a database that end in the middle of them: none is lost. */
@Tag("long")
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "nodes that are killed and started are processes of this machine")
@Tag("alone")
class OutboxClusterIT {

    private static final int MAILS = 1_000;

    /** In the middle. */
    private static final int BEFORE_THE_END = 300;

    private static final Duration LEASE = Duration.ofSeconds(300);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Four connections, and on each ten results that were not recorded yet and one mail under way. */
    private static final int REPEATED_AT_MOST = 4 * 11;

    private static final Pattern SENT = Pattern.compile("(?m)^keyward_mail_sent_total(?:\\{[^}]*})? ([0-9.E]+)$");

    private static KeywardStack stack;
    private static Keyward keyward;
    private static Recipients recipients;
    private static OutboxRows rows;

    private ScriptedSmtpServer server;

    @BeforeAll
    static void start() {
        stack = Stacks.withKeyward(Stacks.local().prepared().durable().nodes(2))
                .runtimeOption("--spi-email-sender--outbox--lease=" + LEASE.toSeconds())
                .runtimeOption("--spi-email-sender--outbox--retry-first=1")
                .runtimeOption("--spi-email-sender--outbox--retry-most=2")
                .start();
        keyward = Keyward.on(stack);
        ObjectNode realm = TestRealm.definition(keyward, "mails");
        keyward.admin().send("POST", "", realm).ok();
        rows = new OutboxRows(
                keyward.database(), keyward.admin("mails").realm().get("id").asText());
        recipients = Recipients.create(keyward.admin("mails"), MAILS);
    }

    @AfterAll
    static void stop() {
        if (keyward != null) {
            keyward.close();
        }
    }

    @BeforeEach
    void emptyOutbox() {
        server = new ScriptedSmtpServer();
        MailServers.use(keyward.admin("mails"), server, Map.of());
        keyward.database().update("delete from keyward_mail");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aNodeThatIsKilledAlone() throws Exception {
        KeycloakNode other = stack.nodes().get(1);
        other.stop();
        try {
            queueAThousand();
            killInTheMiddle(stack.node());
            stack.node().start();
            everyMailArrives("one node, killed and started again", 1);
        } finally {
            other.start();
        }
    }

    @Test
    void aNodeThatIsKilledBesideAnother() throws Exception {
        KeycloakNode victim = stack.nodes().get(1);
        queueAThousand();
        try {
            killInTheMiddle(victim);
            everyMailArrives("one of two nodes, killed", 1);
        } finally {
            victim.start();
        }
    }

    @Test
    void bothNodesKilled() throws Exception {
        queueAThousand();
        killInTheMiddle(stack.nodes().toArray(KeycloakNode[]::new));
        stack.nodes().forEach(KeycloakNode::start);
        everyMailArrives("both nodes, killed and started again", 2);
    }

    @Test
    void aDatabaseThatRestartsUnderLoad() throws Exception {
        CountDownLatch third = new CountDownLatch(BEFORE_THE_END);
        server.withLatency(5).on("end", data -> {
            third.countDown();
            return null;
        });
        CompletableFuture<Set<String>> accepted = CompletableFuture.supplyAsync(recipients::mailAll);
        assertThat(third.await(120, TimeUnit.SECONDS)).isTrue();
        stack.restartDatabase();
        Set<String> promised = accepted.get(300, TimeUnit.SECONDS);
        assertThat(promised).hasSizeGreaterThan(BEFORE_THE_END);

        everyMailArrives("PostgreSQL restarted", 2);
        Set<String> reached = new HashSet<>();
        server.received().forEach(mail -> reached.add(mail.address()));
        assertThat(reached).containsAll(promised);
        say("PostgreSQL restarted: Keycloak said yes to %d of %d requests", promised.size(), MAILS);
    }

    @Test
    void tenThousandMailsOnTwoNodesAreSentOnce() {
        int mails = 10 * MAILS;
        server.offering("PIPELINING").on("connect", "421 not yet");
        for (int i = 0; i < 10; i++) {
            assertThat(recipients.mailAll()).hasSize(MAILS);
        }
        List<Double> before = sentByNode();
        server.forget("connect");
        Instant start = Instant.now();
        await("all of them").atMost(PATIENCE).until(() -> server.received().size() >= mails);
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1_000.0;

        await("all results").atMost(PATIENCE).until(() -> rows.count("status = 'sent'") == mails);
        assertThat(server.received()).hasSize(mails);
        assertThat(ids()).hasSize(mails).isEqualTo(Set.copyOf(rows.strings("message_id")));
        List<Double> after = sentByNode();
        double first = after.get(0) - before.get(0);
        double second = after.get(1) - before.get(1);
        assertThat(first + second).isEqualTo(mails);
        assertThat(first).isPositive();
        assertThat(second).isPositive();
        say(
                "%d mails once each: %.0f by one node, %.0f by the other, %.0f a second",
                mails, first, second, mails / seconds);
    }

    /** While the server turns everybody away. */
    private void queueAThousand() {
        server.on("connect", "421 not yet");
        assertThat(recipients.mailAll()).hasSize(MAILS);
        assertThat(rows.all()).isEqualTo(MAILS);
    }

    /** Lets the mails go, and ends the nodes as soon as some hundred have gone. */
    private void killInTheMiddle(KeycloakNode... victims) throws InterruptedException {
        CountDownLatch some = new CountDownLatch(BEFORE_THE_END);
        server.withLatency(20).on("end", data -> {
            some.countDown();
            return null;
        });
        server.forget("connect");
        assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
        for (KeycloakNode victim : victims) {
            victim.kill();
        }
        assertThat(rows.count("status = 'sending'")).as("mails the nodes held").isPositive();
        assertThat(rows.count("status = 'sent'")).isBetween(1L, MAILS - 1L);
        server.withLatency(0);
    }

    private void everyMailArrives(String what, int killed) {
        await("what is free").atMost(PATIENCE).until(() -> rows.count("status in ('queued', 'retrying')") == 0);
        // Mails that somebody is sending get their result; what then is left was held by the dead.
        List<String> held = await("what is held by the living")
                .pollInterval(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(
                        new TwoLooks<List<String>>(() -> rows.strings("id || lease_id", "status = 'sending'")),
                        TwoLooks.Pair::agree)
                .last();
        assertThat(rows.endLeases(LEASE)).isEqualTo(held.size());
        await("the rest").atMost(PATIENCE).until(() -> rows.count("status <> 'sent'") == 0);

        List<Received> received = server.received();
        assertThat(ids()).isEqualTo(Set.copyOf(rows.strings("message_id")));
        long repeated = received.size() - rows.all();
        say("%s: %d mails arrived, %d were held by the dead, %d came twice", what, rows.all(), held.size(), repeated);
        assertThat(repeated).isBetween(0L, (long) killed * REPEATED_AT_MOST);
        assertThat(repeated).isLessThanOrEqualTo(held.size());
    }

    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        server.received().forEach(mail -> ids.add(mail.header("Message-ID")));
        return ids;
    }

    private static List<Double> sentByNode() {
        return stack.nodes().stream()
                .map(node -> Http.get(node.managementUrl() + "/metrics").ok().body())
                .map(OutboxClusterIT::sent)
                .toList();
    }

    private static double sent(String metrics) {
        Matcher line = SENT.matcher(metrics);
        assertThat(line.find()).as("the counter is on /metrics").isTrue();
        return Double.parseDouble(line.group(1));
    }

    private static void say(String figures, Object... values) {
        System.out.println("[outbox] " + figures.formatted(values));
    }
}
