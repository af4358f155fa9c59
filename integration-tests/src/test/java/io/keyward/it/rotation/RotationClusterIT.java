package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.stack.KeycloakNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes on one database, and what is left of it all after both were killed. */
@Tag("long")
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "nodes that are killed and started are processes of this machine")
@Tag("alone")
class RotationClusterIT {

    private static final String REALM = "cluster";
    private static final String ONLINE = "openid";
    private static final String OFFLINE = "openid offline_access";
    private static final Duration GRACE_AND_MORE = Duration.ofSeconds(120);

    private static Keyward keyward;

    private final Person person = Person.ada();

    @BeforeAll
    static void start() {
        keyward = Keyward.on(
                Stacks.withKeyward(Stacks.local().prepared().nodes(2)).start());
        ObjectNode realm = TestRealm.definition(keyward, REALM);
        realm.withArray("/clients").add(Clients.api());
        // Fifty requests at once to servers that have just started may take longer than the default.
        realm.withArray("/requiredActions").forEach(action -> {
            if (action.path("alias").asText().equals("keyward-devices")) {
                ((ObjectNode) action).withObject("/config").put("rotation-grace", "60");
            }
        });
        keyward.admin().send("POST", "", realm).ok();
    }

    @AfterAll
    static void stop() {
        if (keyward != null) {
            keyward.close();
        }
    }

    @Test
    void aRepeatOnTheOtherNodeGetsTheSameSuccessor() {
        Line line = signIn(person, ONLINE).refreshed(1);
        TokenAnswer again = client(1).refresh(line.first().refreshToken());
        assertThat(again.status()).as("%s", again.json()).isEqualTo(200);
        assertThat(RefreshTokens.id(again)).isEqualTo(RefreshTokens.id(line.newest()));
        assertThat(RefreshTokens.issuedAt(again)).isEqualTo(RefreshTokens.issuedAt(line.newest()));
        assertThat(client(1).refresh(line.newest().refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void fiftyThreadsOnTwoNodesGetOneSuccessor() throws Exception {
        Line line = signIn(person, ONLINE);
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        List<Future<TokenAnswer>> running = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            OAuthClient client = client(i % 2);
            running.add(crowd.submit(() -> client.refresh(line.first().refreshToken())));
        }
        crowd.shutdown();
        TokenAnswer one = running.get(0).get();
        for (Future<TokenAnswer> answer : running) {
            assertThat(answer.get().status()).as("%s", answer.get().json()).isEqualTo(200);
            assertThat(RefreshTokens.id(answer.get())).isEqualTo(RefreshTokens.id(one));
        }
        assertThat(client(1).refresh(one.refreshToken()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {ONLINE, OFFLINE})
    void aReplayOnTheOtherNodeEndsTheSessionOnBoth(String scope) {
        Line line = signIn(person, scope).refreshed(2);
        for (int node = 0; node < 2; node++) {
            assertThat(Clients.active(api(node), line.newest().accessToken())).isTrue();
        }
        Line.refused(client(1).refresh(line.first().refreshToken()));
        endedOnBoth(line);
        keyward.mailbox().next(person.email());
        Person other = Person.ada();
        Line.refused(signIn(other, ONLINE).refreshed(2).present(0));
        keyward.mailbox().none(person.email(), other.email());
    }

    /** CVE-2026-9802, keycloak/keycloak#49426: after a restart, tokens that had been replaced were good again. */
    @Test
    void cve_2026_9802_issue49426_replaysAcrossARestart() {
        Line goesOn = signIn(person, ONLINE).refreshed(2);
        Line offlineGoesOn = signIn(Person.ada(), OFFLINE).refreshed(2);
        Line stale = signIn(Person.ada(), ONLINE).refreshed(2);
        Line offlineStale = signIn(Person.ada(), OFFLINE).refreshed(2);
        Line late = signIn(Person.ada(), ONLINE).refreshed(1);

        keyward.stack().nodes().forEach(KeycloakNode::kill);
        keyward.stack().nodes().forEach(KeycloakNode::start);

        for (Line line : List.of(stale, offlineStale)) {
            Line.refused(line.present(0));
            endedOnBoth(line);
        }
        new Ledger(keyward).age(late.newest().refreshToken(), GRACE_AND_MORE);
        Line.refused(client(1).refresh(late.first().refreshToken()));
        endedOnBoth(late);
        goesOn.refreshed(1);
        offlineGoesOn.refreshed(1);
        assertThat(RefreshTokens.generation(goesOn.newest())).isEqualTo(3);
    }

    private static void endedOnBoth(Line line) {
        for (int node = 0; node < 2; node++) {
            Line.refused(client(node).refresh(line.newest().refreshToken()));
            assertThat(Clients.active(api(node), line.newest().accessToken()))
                    .as("access token on node %d", node)
                    .isFalse();
        }
    }

    private static Line signIn(Person somebody, String scope) {
        keyward.admin(REALM).createProvedUser(somebody);
        return new Line(client(0), client(0).password(somebody.email(), somebody.password(), scope));
    }

    private static OAuthClient client(int node) {
        return keyward.client(keyward.stack().nodes().get(node), REALM, "test-direct", "test-secret");
    }

    private static OAuthClient api(int node) {
        return keyward.client(keyward.stack().nodes().get(node), REALM, Clients.apiId(), Clients.apiSecret());
    }
}
