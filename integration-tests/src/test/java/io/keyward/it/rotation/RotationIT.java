package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Refresh tokens are replaced at each use, and nobody who plays by the rules is signed out by it. */
class RotationIT {

    private static final Duration GRACE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestRealm REALM = TestRealm.shipped()
            .withClient(Clients.api())
            // Fifty requests at once may take a slow machine longer than the default.
            .withRequiredAction("keyward-devices", "rotation-grace", String.valueOf(GRACE.toSeconds()));

    @Test
    void eachRefreshReplacesTheToken() {
        Line line = signIn().refreshed(3);
        List<String> ids = new ArrayList<>();
        for (int generation = 0; generation <= 3; generation++) {
            TokenAnswer answer = line.at(generation);
            assertThat(RefreshTokens.generation(answer)).isEqualTo(generation);
            assertThat(RefreshTokens.chain(answer.refreshToken()))
                    .isEqualTo(RefreshTokens.chain(line.first().refreshToken()));
            ids.add(RefreshTokens.id(answer));
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ledger().generation(line.newest().refreshToken())).isEqualTo(3);
        assertThat(Clients.active(REALM, line.newest().accessToken())).isTrue();
    }

    @Test
    void aRepeatWithinTheGraceGetsTheSameSuccessor() {
        Line line = signIn().refreshed(1);
        TokenAnswer again = line.present(0);
        assertThat(again.status()).as("%s", again.json()).isEqualTo(200);
        assertThat(RefreshTokens.id(again)).isEqualTo(RefreshTokens.id(line.newest()));
        assertThat(RefreshTokens.issuedAt(again)).isEqualTo(RefreshTokens.issuedAt(line.newest()));
        assertThat(RefreshTokens.generation(again)).isEqualTo(1);

        TokenAnswer byOne = line.client().refresh(line.newest().refreshToken());
        TokenAnswer byOther = line.client().refresh(again.refreshToken());
        assertThat(RefreshTokens.id(byOther))
                .as("no fork: both copies lead to the same token")
                .isEqualTo(RefreshTokens.id(byOne));
        assertThat(ledger().generation(byOne.refreshToken())).isEqualTo(2);
    }

    @Test
    void fiftyThreadsWithOneTokenGetOneSuccessor() throws Exception {
        Line line = signIn();
        List<TokenAnswer> answers = atOnce(50, line.first().refreshToken(), line);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
            assertThat(RefreshTokens.id(answer)).isEqualTo(RefreshTokens.id(answers.get(0)));
            assertThat(RefreshTokens.issuedAt(answer)).isEqualTo(RefreshTokens.issuedAt(answers.get(0)));
        });
        assertThat(ledger().generation(line.first().refreshToken())).isEqualTo(1);
        assertThat(answers)
                .as("nobody is signed out")
                .allSatisfy(answer ->
                        assertThat(Clients.active(REALM, answer.accessToken())).isTrue());
        assertThat(line.client().refresh(answers.get(7).refreshToken()).status())
                .isEqualTo(200);
    }

    @Test
    void aReplacementThatTheDatabaseForgotInACrashIsMadeUpFor() throws Exception {
        Line line = signIn().refreshed(2);
        ledger().backTo(line.at(1));
        assertThat(Clients.active(REALM, line.newest().refreshToken())).isTrue();
        assertThat(atOnce(20, line.newest().refreshToken(), line))
                .allSatisfy(answer ->
                        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200))
                .extracting(RefreshTokens::id)
                .containsOnly(RefreshTokens.id(line.refreshed(1).newest()));
        assertThat(ledger().generation(line.newest().refreshToken())).isEqualTo(3);
        assertThat(ledger().ending(line.newest().refreshToken())).isEmpty();
        line.refreshed(1);
    }

    /** Keycloak commits what a refused request has done so far. */
    @Test
    void aRefusedRequestReplacesNothing() {
        Person person = Person.ada();
        String userId = REALM.admin().createProvedUser(person);
        Line line = signIn(person).refreshed(1);

        REALM.admin().changeUser(userId, user -> user.put("emailVerified", false));
        Line.refused(line.present(1));
        assertThat(ledger().generation(line.newest().refreshToken())).isEqualTo(1);
        REALM.admin().changeUser(userId, user -> user.put("emailVerified", true));
        REALM.admin().vouch(userId);
        ledger().age(line.newest().refreshToken(), GRACE.multipliedBy(2));

        line.refreshed(1);
        assertThat(REALM.admin().events("REFRESH_TOKEN_ERROR", userId))
                .noneMatch(event -> event.path("error").asText().equals("refresh_token_reuse"));
    }

    @Test
    void aClientWhoseTokensAPolicyKeepsIsLeftItsToken() {
        REALM.admin()
                .put(
                        "/client-policies/profiles",
                        Json.of("{'profiles':[{'name':'keep','executors':"
                                + "[{'executor':'suppress-refresh-token-rotation','configuration':{}}]}]}"));
        REALM.admin()
                .put(
                        "/client-policies/policies",
                        Json.of("{'policies':[{'name':'keep','enabled':true,'profiles':['keep'],'conditions':"
                                + "[{'condition':'any-client','configuration':{}}]}]}"));
        try {
            Line line = signIn();
            for (int i = 0; i < 3; i++) {
                TokenAnswer answer = line.present(0);
                assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
                assertThat(answer.json().has("refresh_token")).isFalse();
            }
            assertThat(ledger().generation(line.first().refreshToken())).isZero();
        } finally {
            REALM.admin().put("/client-policies/policies", Json.of("{'policies':[]}"));
            REALM.admin().put("/client-policies/profiles", Json.of("{'profiles':[]}"));
        }
    }

    /** RFC 9700, and OAuth 2.0 for browser-based apps: a lifetime that was set is not made longer by rotation. */
    @Test
    void rotationDoesNotExtendALifetimeThatWasSet() {
        ObjectNode before = REALM.admin().realm();
        REALM.admin().changeRealm(realm -> realm.put("ssoSessionMaxLifespan", 600));
        try {
            Line line = signIn();
            REALM.database()
                    .update(
                            "update keyward_refresh_chain set rotated_at = rotated_at - 1000 where id = ?",
                            RefreshTokens.chain(line.first().refreshToken()));
            line.refreshed(3);
            assertThat(RefreshTokens.expires(line.newest()))
                    .isEqualTo(RefreshTokens.expires(line.first()))
                    .isLessThanOrEqualTo(RefreshTokens.issuedAt(line.first()) + 600);
        } finally {
            REALM.admin().put("", before);
        }
    }

    @Test
    void introspectionKnowsWhichTokenWasReplaced() {
        Line line = signIn().refreshed(2);
        assertThat(introspected(line, 2)).isTrue();
        assertThat(introspected(line, 1)).as("within the grace").isTrue();
        assertThat(introspected(line, 0)).isFalse();
        ledger().age(line.newest().refreshToken(), GRACE.multipliedBy(2));
        assertThat(introspected(line, 1)).isFalse();
        assertThat(introspected(line, 2)).isTrue();
        assertThat(line.client().refresh(line.newest().refreshToken()).status())
                .as("to ask does no harm")
                .isEqualTo(200);
    }

    @Test
    void serviceAccountsAndClientsWithoutRefreshTokensHaveNoLine() {
        assertThat(REALM.direct().clientCredentials().status()).isEqualTo(200);
        REALM.admin()
                .createClient(Json.of("{'clientId':'no-refresh','secret':'s','publicClient':false,"
                        + "'directAccessGrantsEnabled':true,'attributes':{'use.refresh.tokens':'false'}}"));
        Person person = Person.ada();
        REALM.admin().createProvedUser(person);
        TokenAnswer answer = REALM.client("no-refresh", "s").password(person.email(), person.password());
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(REALM.database()
                        .rowsOfClient(REALM.admin().clientUuid("no-refresh"))
                        .get("KEYWARD_REFRESH_CHAIN"))
                .isNull();
    }

    private static boolean introspected(Line line, int generation) {
        return line.client()
                .post(
                        "token/introspect",
                        Map.of("token", line.at(generation).refreshToken(), "token_type_hint", "refresh_token"))
                .ok()
                .json()
                .get("active")
                .asBoolean();
    }

    static List<TokenAnswer> atOnce(int threads, String refreshToken, Line line)
            throws InterruptedException, ExecutionException {
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        try {
            List<Future<TokenAnswer>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(crowd.submit(() -> line.client().refresh(refreshToken)));
            }
            List<TokenAnswer> answers = new ArrayList<>();
            for (Future<TokenAnswer> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            crowd.shutdownNow();
        }
    }

    private static Line signIn() {
        Person person = Person.ada();
        REALM.admin().createProvedUser(person);
        return signIn(person);
    }

    private static Line signIn(Person person) {
        return new Line(REALM.direct(), REALM.direct().password(person.email(), person.password()));
    }

    private static Ledger ledger() {
        return new Ledger(REALM.keyward());
    }
}
