package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Database;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever goes takes their devices along, and what nobody needs is forgotten in time. The stack runs the job all the time. */
class DeviceRemovalIT {

    private static final Duration QUARTER = Duration.ofDays(90);

    @RegisterExtension
    final TestRealm realm = TestRealm.shipped();

    private final Person ada = Person.ada();
    private final Person grace = Person.named("Grace", "Hopper");
    private String adaId;
    private String graceId;

    @BeforeEach
    void theyHaveAccounts() {
        adaId = realm.admin().createProvedUser(ada);
        graceId = realm.admin().createProvedUser(grace);
    }

    @Test
    void aRemovedUserLeavesNoRow() {
        String adas = session(signIn(ada));
        String graces = session(signIn(grace));
        Database database = realm.database();
        assertThat(database.rowsOfUser(adaId))
                .containsKeys("KEYWARD_DEVICE", "KEYWARD_DEVICE_OWNER", "KEYWARD_DEVICE_SESSION");
        assertThat(chains(adas)).isEqualTo(1);

        realm.admin().deleteUser(adaId);

        assertThat(database.rowsOfUser(adaId)).isEmpty();
        assertThat(chains(adas)).isZero();
        assertThat(database.rowsOfUser(graceId))
                .as("those of others stay")
                .containsKeys("KEYWARD_DEVICE", "KEYWARD_DEVICE_OWNER", "KEYWARD_DEVICE_SESSION");
        assertThat(chains(graces)).isEqualTo(1);
    }

    @Test
    void aRemovedClientLeavesNoRow() {
        String session = session(signIn(ada));
        String uuid = realm.admin().clientUuid("test-direct");
        assertThat(realm.database().rowsOfClient(uuid)).containsKeys("KEYWARD_DEVICE_SESSION", "KEYWARD_REFRESH_CHAIN");

        realm.admin().deleteClient("test-direct");

        assertThat(realm.database().rowsOfClient(uuid)).isEmpty();
        assertThat(chains(session)).isZero();
        assertThat(devices().all()).as("the device is the person's").hasSize(1);
    }

    @Test
    void aRemovedRealmLeavesNoRow() {
        signIn(ada);
        signIn(grace);
        Database database = realm.database();
        String realmId = realm.id();
        assertThat(database.rowsOfRealm(realmId))
                .containsKeys(
                        "KEYWARD_DEVICE", "KEYWARD_DEVICE_OWNER", "KEYWARD_DEVICE_SESSION", "KEYWARD_REFRESH_CHAIN");

        realm.admin().delete("");

        assertThat(database.rowsOfRealm(realmId)).isEmpty();
    }

    @Test
    void theJobNotesWhatHasEndedAndForgetsItInTime() {
        TokenAnswer gone = signIn(ada);
        TokenAnswer stays = signIn(grace);
        String device = devices().one().get("id").asText();
        realm.admin().post("/users/" + adaId + "/logout", Json.object());

        itIsTimeToAsk(gone);
        itIsTimeToAsk(stays);
        eventually(
                1,
                "select count(*) from keyward_device_session where user_session_id = ? and ended_at is not null",
                session(gone));
        eventually(1, "select count(*) from keyward_device where id = ? and signed_out_at is not null", device);
        eventually(0, "select count(*) from keyward_refresh_chain where user_session_id = ?", session(gone));
        eventually(
                1,
                "select count(*) from keyward_device_session where user_session_id = ? and check_at > 1",
                session(stays));
        assertThat(realm.direct().refresh(stays.refreshToken()).status())
                .as("whom Keycloak still has")
                .isEqualTo(200);

        aQuarterPasses("keyward_device", "signed_out_at", "id", device);
        eventually(1, "select count(*) from keyward_device where id = ? and forgotten_at is not null", device);
        assertThat(devices().all()).isEmpty();
        aQuarterPasses("keyward_device_session", "ended_at", "user_session_id", session(gone));
        eventually(0, "select count(*) from keyward_device_session where user_session_id = ?", session(gone));

        signIn(ada);
        assertThat(devices().one().get("id").asText()).as("still recognised").isEqualTo(device);
    }

    @Test
    void aDeviceForgottenLongAgoIsGone() {
        String device = deviceOf(signIn(ada));
        realm.admin().post("/users/" + adaId + "/logout", Json.object());
        DeviceRows.forget(realm, adaId);
        aQuarterPasses("keyward_device", "forgotten_at", "id", device);
        aQuarterPasses("keyward_device", "forgotten_at", "id", device);
        eventually(0, "select count(*) from keyward_device where id = ?", device);
    }

    @Test
    void aSessionOfADisabledUserKeepsItsDevice() {
        TokenAnswer tokens = signIn(ada);
        realm.admin().changeUser(adaId, user -> user.put("enabled", false));
        itIsTimeToAsk(tokens);
        eventually(
                1,
                "select count(*) from keyward_device_session where user_session_id = ? and check_at > 1",
                session(tokens));

        realm.admin().changeUser(adaId, user -> user.put("enabled", true));

        assertThat(realm.direct().refresh(tokens.refreshToken()).status()).isEqualTo(200);
        assertThat(devices().signedIn()).hasSize(1);
    }

    private TokenAnswer signIn(Person person) {
        TokenAnswer answer = realm.direct()
                .token(Map.of(
                        "grant_type",
                        "password",
                        "username",
                        person.email(),
                        "password",
                        person.password(),
                        "scope",
                        "openid",
                        "device_id",
                        "0123456789abcdef-of-" + person.firstName()));
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer;
    }

    private String deviceOf(TokenAnswer tokens) {
        List<String> found = realm.database()
                .strings("select device_id from keyward_device_session where user_session_id = ?", session(tokens));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String session(TokenAnswer tokens) {
        JsonNode claims = TokenAnswer.claims(tokens.refreshToken());
        return claims.get("sid").asText();
    }

    private DeviceList devices() {
        return new DeviceList(realm, adaId);
    }

    private long chains(String session) {
        return realm.database().count("select count(*) from keyward_refresh_chain where user_session_id = ?", session);
    }

    /** The longest life of the session is over. */
    private void itIsTimeToAsk(TokenAnswer tokens) {
        change("update keyward_device_session set check_at = 1 where user_session_id = ?", session(tokens));
    }

    private void aQuarterPasses(String table, String column, String key, String id) {
        change(
                "update " + table + " set " + column + " = " + column + " - "
                        + QUARTER.plusSeconds(1).toMillis() + " where " + key + " = ?",
                id);
    }

    private void change(String sql, String id) {
        assertThat(realm.database().update(sql, id)).as(sql).isEqualTo(1);
    }

    private void eventually(long rows, String sql, String id) {
        await(sql).atMost(Duration.ofSeconds(30)).until(() -> realm.database().count(sql, id) == rows);
    }
}
