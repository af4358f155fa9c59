package io.keyward.it.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Keycloak takes a session out of its caches before it is deleted from PostgreSQL (keycloak/keycloak#51127). Who asks for it in
 * between must not bring it back for good. A trigger of the database makes that time as long as the test needs.
 */
class SessionCacheIT {

    private static final int LOCK = 20261123;
    private static final String OFFLINE = "openid offline_access";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private final Person person = Person.ada();
    private String id;
    private TokenAnswer tokens;

    @BeforeEach
    void somebodySignsIn() {
        id = realm.admin().createProvedUser(person);
        tokens = realm.direct().password(person.email(), person.password());
        assertThat(good(tokens)).isTrue();
    }

    @AfterEach
    void everythingWorksAgain() {
        sql("drop function if exists keyward_test_waits() cascade");
    }

    @Test
    void askedForWhileItsOwnerSignsOut() {
        whileEnding(() -> realm.direct().logout(tokens.refreshToken()), tokens);

        overFor(tokens);
    }

    @Test
    void askedForWhileAnAdministratorSignsOut() {
        whileEnding(() -> realm.admin().post("/users/" + id + "/logout", Json.object()), tokens);

        overFor(tokens);
    }

    @Test
    void anOfflineSessionAskedForWhileItEnds() {
        TokenAnswer offline = realm.direct().password(person.email(), person.password(), OFFLINE);
        whileEnding(() -> realm.direct().revoke(offline.refreshToken()), offline);

        overFor(offline);
    }

    /** What was to end and did not goes on, in memory or not. */
    @Test
    void anEndingThatWasRolledBack() {
        sql("create function keyward_test_waits() returns trigger language plpgsql as "
                + "'begin raise exception ''made to fail by a test''; end'");
        onDelete();

        assertThat(realm.direct().logout(tokens.refreshToken()).status()).isGreaterThanOrEqualTo(400);

        everythingWorksAgain();
        for (int i = 0; i < 5; i++) {
            assertThat(good(tokens)).isTrue();
        }
        assertThat(realm.direct().refresh(tokens.refreshToken()).status()).isEqualTo(200);
    }

    /** Asks with the access token while the ending waits in PostgreSQL for its commit. */
    private static void whileEnding(Runnable ending, TokenAnswer tokens) {
        sql("create function keyward_test_waits() returns trigger language plpgsql as "
                + "'begin perform pg_advisory_xact_lock(" + LOCK + "); return old; end'");
        onDelete();
        CompletableFuture<Void> ended;
        try (Connection connection = realm.keyward().stack().database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            ended = CompletableFuture.runAsync(ending);
            await("the ending to wait for its commit")
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> realm.database()
                                    .count("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                            + " and objid = " + LOCK)
                            > 0);
            // Still there, for all that anybody can know.
            assertThat(good(tokens)).isTrue();
            assertThat(good(tokens)).isTrue();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        ended.join();
    }

    private static void overFor(TokenAnswer tokens) {
        assertThat(good(tokens)).as("the access token").isFalse();
        assertThat(realm.direct().refresh(tokens.refreshToken()).status())
                .as("refresh")
                .isEqualTo(400);
        assertThat(good(tokens))
                .as("the access token, after a refresh was tried")
                .isFalse();
    }

    private static void onDelete() {
        sql(
                "create trigger keyward_test_waits before delete on offline_user_session for each row when (old.realm_id = '"
                        + realm.id() + "') execute function keyward_test_waits()");
    }

    /** Keycloak's own answer, from its caches where it can. */
    private static boolean good(TokenAnswer tokens) {
        return realm.direct().userinfo(tokens.accessToken()).status() == 200;
    }

    private static void sql(String statement) {
        realm.database().update(statement);
    }
}
