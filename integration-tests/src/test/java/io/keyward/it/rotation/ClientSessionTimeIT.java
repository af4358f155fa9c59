package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a refresh writes the time of the client session, and that nobody can tell by the tokens. */
class ClientSessionTimeIT {

    /** That of the realm definition. */
    private static final int USER_IDLE = 1_800;

    @RegisterExtension
    static final TestRealm REALM = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm UNROTATED = TestRealm.shipped().withRequiredAction("keyward-devices", "rotation", "false");

    @Test
    void tokensThatAreNotRotatedLiveNoLongerEither() {
        Person person = Person.ada();
        UNROTATED.admin().createProvedUser(person);
        Line line = new Line(UNROTATED.direct(), UNROTATED.direct().password(person.email(), person.password()));
        assertThat(lifetime(line.first())).isEqualTo(USER_IDLE);
        assertThat(lifetime(line.refreshed(1).newest())).isEqualTo(USER_IDLE);
    }

    @Test
    void aRefreshLeavesTheClientSessionAlone() {
        Line line = signIn();
        long user = userTime(line);
        long client = clientTime(line);
        refreshLater(line, user);
        assertThat(userTime(line)).isGreaterThan(user);
        assertThat(clientTime(line)).isEqualTo(client);
        assertThat(lifetime(line.newest())).isEqualTo(USER_IDLE);
    }

    /** As far behind as this it may not be, does not matter, or would matter at once. */
    @ParameterizedTest
    @CsvSource({"1801, 1800", "0, 1800", "1800, 1800", "600, 600"})
    void itIsWrittenWhereItMatters(int clientIdle, int lifetime) {
        REALM.admin().changeRealm(realm -> realm.put("clientSessionIdleTimeout", clientIdle));
        Line line = signIn();
        long client = clientTime(line);
        refreshLater(line, client + 1);
        assertThat(clientTime(line)).isGreaterThan(client);
        assertThat(lifetime(line.newest())).isEqualTo(lifetime);
    }

    /** Keycloak's times are whole seconds. */
    private static void refreshLater(Line line, long second) {
        await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().getEpochSecond() > second);
        line.refreshed(1);
    }

    private static Line signIn() {
        Person person = Person.ada();
        REALM.admin().createProvedUser(person);
        return new Line(REALM.direct(), REALM.direct().password(person.email(), person.password()));
    }

    private static long lifetime(TokenAnswer answer) {
        return RefreshTokens.expires(answer) - RefreshTokens.issuedAt(answer);
    }

    private static long userTime(Line line) {
        return time("select last_session_refresh from offline_user_session where user_session_id = ?", line);
    }

    private static long clientTime(Line line) {
        return time("select timestamp from offline_client_session where user_session_id = ?", line);
    }

    private static long time(String query, Line line) {
        return REALM.database().count(query, RefreshTokens.session(line.first().refreshToken()));
    }
}
