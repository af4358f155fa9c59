package io.keyward.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.Stacks;
import io.keyward.stack.KeycloakNode;
import io.keyward.stack.KeywardStack;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * While people sign up, sign in, refresh, reset and sign out through the proxy, something breaks. Errors are counted; sessions
 * lost, tokens that open something after their end, mails lost and double successors there must be none.
 */
@Tag("long")
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "nodes that are killed and started are processes of this machine")
@Tag("alone")
class FaultsIT {

    private static final int A_WHILE = 150;
    private static final int SOME = 6;
    private static final FaultTable TABLE = new FaultTable();

    private static KeywardStack stack;
    private static Keyward keyward;
    private static HaProxy proxy;
    private static Town town;

    @BeforeAll
    static void start() {
        HaProxy.assumeInstalled();
        stack = Stacks.withKeyward(Stacks.local().prepared().durable().nodes(2))
                .runtimeOption("--proxy-headers=xforwarded")
                .runtimeOption("--spi-email-sender--outbox--lease=180")
                .runtimeOption("--spi-email-sender--outbox--retry-first=1")
                .runtimeOption("--spi-email-sender--outbox--poll-interval=1")
                .start();
        keyward = Keyward.on(stack);
        Town.found(keyward);
        proxy = HaProxy.before(stack.nodes(), Path.of("target", "haproxy"));
        town = new Town(keyward, proxy);
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.close();
        }
        if (keyward != null) {
            keyward.close();
        }
    }

    @Test
    void nothingBreaks() throws Exception {
        Tally tally = during("none: requests alternate between the nodes", crowd -> crowd.awaitStories(2 * SOME));
        assertThat(tally.errors()).isEmpty();
        assertThat(tally.givenUp.sum() + tally.askedAgain.sum()).isZero();
    }

    @Test
    void aNodeIsKilled() throws Exception {
        during("a node killed (`kill -9`), and started again", crowd -> {
            KeycloakNode victim = stack.nodes().get(1);
            victim.kill();
            crowd.awaitAnswers(A_WHILE);
            victim.start();
        });
    }

    @Test
    void theNodesAreRestartedOneAfterTheOther() throws Exception {
        during("rolling restart", crowd -> {
            for (KeycloakNode node : stack.nodes()) {
                node.stop();
                node.start();
                crowd.awaitAnswers(A_WHILE);
            }
        });
    }

    @Test
    void theNodesDoNotHearEachOther() throws Exception {
        Split.assumePossible();
        during("network between the nodes cut, PostgreSQL reachable", crowd -> {
            Split split = Split.between(stack.nodes());
            try {
                crowd.awaitAnswers(A_WHILE);
                await().atMost(Duration.ofSeconds(120))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> stack.nodes().stream().anyMatch(FaultsIT::alone));
                crowd.awaitAnswers(A_WHILE);
            } finally {
                split.close();
            }
        });
    }

    @Test
    void theDatabaseRestarts() throws Exception {
        during("PostgreSQL restarted", crowd -> stack.restartDatabase());
    }

    @Test
    void theDatabaseHangs() throws Exception {
        during("PostgreSQL held still (`SIGSTOP`) until nobody had an answer for five seconds", crowd -> {
            try (Postmaster held = Postmaster.hold(keyward.database())) {
                await().atMost(Duration.ofSeconds(60)).until(() -> crowd.silenceSeconds() > 5);
                assertThat(held).isNotNull();
            }
        });
    }

    private interface Fault {
        void strike(Crowd crowd) throws Exception;
    }

    private static Tally during(String name, Fault fault) throws Exception {
        Tally tally = new Tally();
        Crowd crowd = new Crowd(town, tally);
        try {
            crowd.awaitStories(SOME);
            fault.strike(crowd);
            crowd.awaitStories(SOME);
            town.awaitBothInService();
            crowd.awaitStories(SOME);
        } finally {
            crowd.close();
        }
        town.whatHasEndedStaysSo(tally);
        TABLE.add(name, tally);
        assertThat(crowd.surprises()).isEmpty();
        assertThat(tally.refusedFromMemory.sum()).as("refused from memory").isZero();
        assertThat(tally.oldPasswordsTaken.sum()).as("old passwords taken").isZero();
        assertThat(tally.sessionsLost.sum()).as("sessions lost").isZero();
        assertThat(tally.acceptedAfterTheEnd.sum()).as("accepted after the end").isZero();
        assertThat(tally.mailsLost.sum()).as("mails lost").isZero();
        assertThat(tally.doubleSuccessors.sum()).as("double successors").isZero();
        return tally;
    }

    /** Keycloak says so when a node finds itself without the other. */
    private static boolean alone(KeycloakNode node) {
        String log = node.log();
        int last = Math.max(log.lastIndexOf("ISPN000094"), log.lastIndexOf("ISPN000093"));
        return last >= 0
                && log.substring(last, Math.min(log.length(), last + 300)).contains("(1) [");
    }
}
