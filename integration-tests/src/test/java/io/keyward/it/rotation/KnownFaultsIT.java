package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What went wrong with refresh tokens in Keycloak, one by one. The restart (CVE-2026-9802, keycloak/keycloak#49426) is with the
 * tests that start servers, see {@link RotationClusterIT}; that there is no grace, in {@link RotationIT}.
 */
class KnownFaultsIT {

    private static final String OFFLINE = "openid offline_access";

    @RegisterExtension
    static final TestRealm REALM =
            TestRealm.shipped().withClient(Clients.api()).withRequiredAction("keyward-devices", "rotation-grace", "0");

    private final Person person = Person.ada();

    /** Concurrent requests exchanged one token several times. */
    @Test
    void cve_2026_1035_issue45647_checkAndUseAtOnce() throws Exception {
        Line line = signIn("openid");
        List<TokenAnswer> answers = RotationIT.atOnce(20, line.first().refreshToken(), line);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(Line::refused);
    }

    /** Tokens that were made within one second were taken for each other. */
    @Test
    void issue50999_replayWithinTheSameSecond() {
        for (int tries = 0; tries < 20; tries++) {
            Line line = signIn("openid").refreshed(1);
            if (RefreshTokens.issuedAt(line.at(0)) == RefreshTokens.issuedAt(line.at(1))) {
                Line.refused(line.present(0));
                Line.refused(line.present(1));
                return;
            }
        }
        throw new AssertionError("no two tokens were made within one second");
    }

    /** A refresh under way gave out tokens after the revocation had succeeded. */
    @ParameterizedTest
    @CsvSource({
        "openid, REVOKE", "openid, LOGOUT", "openid, CONSOLE",
        "openid offline_access, REVOKE", "openid offline_access, LOGOUT", "openid offline_access, CONSOLE"
    })
    void issue51312_aRefreshDoesNotOutrunARevocation(String scope, Ending ending) throws Exception {
        Line line = signIn(scope);
        Race race = new Race(line, scope, ending);
        race.refreshFirst();
        assertThat(race.ended.get().get().status() / 100).isEqualTo(2);
        TokenAnswer outran = race.refreshed.get().get();
        if (outran.status() == 200) {
            Line.refused(line.client().refresh(outran.refreshToken()));
            assertThat(Clients.active(REALM, outran.accessToken())).isFalse();
        } else {
            Line.refused(outran);
        }
        noSessionLeft(line);
    }

    @ParameterizedTest
    @CsvSource({
        "openid, REVOKE", "openid, LOGOUT", "openid, CONSOLE",
        "openid offline_access, REVOKE", "openid offline_access, LOGOUT", "openid offline_access, CONSOLE"
    })
    void issue51312_aRefreshThatComesSecondIsRefused(String scope, Ending ending) throws Exception {
        Line line = signIn(scope);
        Race race = new Race(line, scope, ending);
        race.endingFirst();
        assertThat(race.ended.get().get().status() / 100).isEqualTo(2);
        Line.refused(race.refreshed.get().get());
        noSessionLeft(line);
    }

    /** Two applications that refresh at once on one sign-in lost one another's session. */
    @Test
    void issue50721_twoClientsOnOneSession() {
        REALM.admin().createClient(secondApp());
        Visitor visitor = signedIn();
        Line first = new Line(REALM.app(), visitor.tokens());
        OAuthClient app = REALM.client("second-app", null);
        OAuthClient.Authorization authorization =
                app.authorization(REALM.appServer().callbackUrl());
        visitor.browser().newTab().open(authorization.url());
        Line second =
                new Line(app, app.code(REALM.appServer().redirect(authorization).get("code"), authorization));
        assertThat(RefreshTokens.session(second.first().refreshToken()))
                .isEqualTo(RefreshTokens.session(first.first().refreshToken()));
        goOnTogether(first, second);
    }

    /** Two tabs of one application, each with a code of its own, revoked one another. */
    @Test
    void issue14122_issue16081_twoTabsOfOneClient() {
        Visitor visitor = signedIn();
        Line first = new Line(REALM.app(), visitor.tokens());
        Visitor tab = visitor.newTab();
        tab.openSignIn();
        Line second = new Line(REALM.app(), tab.tokens());
        goOnTogether(first, second);
    }

    private void goOnTogether(Line first, Line second) {
        try {
            for (int round = 0; round < 5; round++) {
                Future<TokenAnswer> one = submit(() -> first.refreshed(1).newest());
                Future<TokenAnswer> other = submit(() -> second.refreshed(1).newest());
                assertThat(one.get().status()).isEqualTo(200);
                assertThat(other.get().status()).isEqualTo(200);
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        assertThat(RefreshTokens.chain(first.newest().refreshToken()))
                .isNotEqualTo(RefreshTokens.chain(second.newest().refreshToken()));
        assertThat(RefreshTokens.generation(first.newest())).isEqualTo(5);
        assertThat(RefreshTokens.generation(second.newest())).isEqualTo(5);

        // What is stolen of one is a matter of the device, and ends the other as well.
        Line.refused(first.present(0));
        Line.refused(second.client().refresh(second.newest().refreshToken()));
        assertThat(Ended.events(REALM, person)).hasSize(1);
    }

    private void noSessionLeft(Line line) {
        String session = RefreshTokens.session(line.first().refreshToken());
        assertThat(REALM.database()
                        .count(
                                "select count(*) from offline_client_session where user_session_id = ? and client_id = ?",
                                session,
                                REALM.admin().clientUuid(line.client().id())))
                .as("sessions of the client, online and offline")
                .isZero();
    }

    private Line signIn(String scope) {
        Person somebody = Person.ada();
        REALM.admin().createProvedUser(somebody);
        return new Line(REALM.direct(), REALM.direct().password(somebody.email(), somebody.password(), scope));
    }

    private Visitor signedIn() {
        REALM.admin().createProvedUser(person);
        Visitor visitor = new Visitor(REALM);
        visitor.signIn(person.email(), person.password());
        return visitor;
    }

    private static ObjectNode secondApp() {
        ObjectNode client = Json.object()
                .put("clientId", "second-app")
                .put("publicClient", true)
                .put("standardFlowEnabled", true);
        client.putArray("redirectUris").add(REALM.appServer().url() + "/*");
        return client;
    }

    private static <T> Future<T> submit(java.util.concurrent.Callable<T> work) {
        ExecutorService one = Executors.newSingleThreadExecutor();
        Future<T> result = one.submit(work);
        one.shutdown();
        return result;
    }

    /** The ways in which Keycloak itself ends a session. */
    enum Ending {
        REVOKE {
            @Override
            Answer end(Line line, String scope) {
                return line.client().revoke(line.first().refreshToken());
            }
        },
        LOGOUT {
            @Override
            Answer end(Line line, String scope) {
                return line.client().logout(line.first().refreshToken());
            }
        },
        CONSOLE {
            @Override
            Answer end(Line line, String scope) {
                String session = RefreshTokens.session(line.first().refreshToken());
                return REALM.admin()
                        .send("DELETE", "/sessions/" + session + "?isOffline=" + scope.equals(OFFLINE), null);
            }
        };

        abstract Answer end(Line line, String scope);
    }

    /** A refresh and an ending at once, in an order that does not depend on luck: both wait for the row of the line. */
    private record Race(
            Line line,
            String scope,
            Ending ending,
            AtomicReference<Future<TokenAnswer>> refreshed,
            AtomicReference<Future<Answer>> ended) {

        Race(Line line, String scope, Ending ending) {
            this(line, scope, ending, new AtomicReference<>(), new AtomicReference<>());
        }

        void refreshFirst() {
            Ledger ledger = new Ledger(REALM.keyward());
            ledger.whileHeld(line.first().refreshToken(), () -> {
                refreshed.set(submit(() -> line.present(0)));
                ledger.awaitWaiting(1);
                ended.set(submit(() -> ending.end(line, scope)));
                ledger.awaitWaiting(2);
            });
        }

        void endingFirst() {
            Ledger ledger = new Ledger(REALM.keyward());
            ledger.whileHeld(line.first().refreshToken(), () -> {
                ended.set(submit(() -> ending.end(line, scope)));
                ledger.awaitWaiting(1);
                refreshed.set(submit(() -> line.present(0)));
                ledger.awaitWaiting(2);
            });
        }
    }
}
