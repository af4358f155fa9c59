package io.keyward.devicesession.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceDisplay;
import io.keyward.devicesession.DeviceKey;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceStore.Arrival;
import io.keyward.devicesession.RefreshChainStore.Opening;
import io.keyward.devicesession.SignIn;
import io.keyward.devicesession.SignInMethod;
import io.keyward.onetimetoken.TokenHash;
import io.keyward.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

/** The job on a real database, with a clock that is set and a Keycloak that has the sessions it is told to have. */
final class DeviceRetentionTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final RetentionConfig CONFIG =
            new RetentionConfig(Duration.ofHours(1), DAY.multipliedBy(10), DAY.multipliedBy(20), DAY.multipliedBy(30));

    private static TestDatabase database;

    private final String realm = UUID.randomUUID().toString();
    private final String ann = UUID.randomUUID().toString();
    private final Set<String> keycloak = new HashSet<>();
    private final Set<String> unreachable = new HashSet<>();
    private DeviceRetention retention = new DeviceRetention(CONFIG);

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void annIsThere() {
        database.sql("truncate KEYWARD_DEVICE, KEYWARD_DEVICE_OWNER, KEYWARD_DEVICE_SESSION, KEYWARD_REFRESH_CHAIN,"
                + " USER_ENTITY, COMPONENT");
        database.sql("insert into USER_ENTITY values ('" + ann + "')");
    }

    @AfterEach
    void backToNow() {
        Time.setOffset(0);
    }

    @Test
    void aSessionThatKeycloakNoLongerHasIsNotedAsEnded() {
        String device = signIn(ann, "laptop", "s1", DAY);
        chain("c1", "s1");
        run();
        assertThat(session("s1").endedAt()).as("not asked before its time").isNull();
        later(DAY);
        Instant before = DeviceRetention.now();
        run();
        assertThat(session("s1").endedAt()).isBetween(before, DeviceRetention.now());
        assertThat(device(device).signedOutAt()).isEqualTo(session("s1").endedAt());
        assertThat(rows("KEYWARD_REFRESH_CHAIN")).isZero();
    }

    @Test
    void aSessionThatKeycloakHasIsAskedAboutLater() {
        String device = signIn(ann, "laptop", "s1", Duration.ofHours(2));
        chain("c1", "s1");
        keycloak.add("s1");
        later(Duration.ofHours(2));
        run();
        assertThat(session("s1").endedAt()).isNull();
        assertThat(device(device).signedOutAt()).isNull();
        assertThat(rows("KEYWARD_REFRESH_CHAIN")).isEqualTo(1);
        assertThat(checkAt("s1")).isCloseTo(inMillis(Duration.ofHours(1)), within());
        later(Duration.ofHours(10));
        run();
        assertThat(checkAt("s1")).isCloseTo(inMillis(Duration.ofHours(3)), within());
        later(DAY.multipliedBy(30));
        run();
        assertThat(checkAt("s1")).isCloseTo(inMillis(DAY), within());
    }

    @Test
    void aDeviceIsSignedOutWithItsLastSession() {
        String device = signIn(ann, "laptop", "s1", DAY);
        signIn(ann, "laptop", "s2", DAY);
        keycloak.add("s2");
        later(DAY);
        run();
        assertThat(session("s1").endedAt()).isNotNull();
        assertThat(device(device).signedOutAt()).isNull();
        keycloak.clear();
        later(DAY);
        run();
        assertThat(device(device).signedOutAt()).isNotNull();
    }

    @Test
    void oneThatCannotBeToldHoldsUpNoOther() {
        signIn(ann, "laptop", "s1", DAY);
        signIn(ann, "phone", "s2", DAY);
        unreachable.add("s1");
        later(DAY);
        run();
        assertThat(session("s1").endedAt()).isNull();
        assertThat(session("s2").endedAt()).isNotNull();
    }

    @Test
    void worksThroughMoreThanOneBatch() {
        int many = 2 * SessionCheck.BATCH + 7;
        for (int i = 0; i < many; i++) {
            signIn(ann, "script", "s" + i, DAY);
        }
        later(DAY);
        run();
        assertThat(openSessions()).isZero();
        assertThat(rows("KEYWARD_DEVICE_SESSION")).isEqualTo(many);
        later(DAY.multipliedBy(11));
        run();
        assertThat(rows("KEYWARD_DEVICE_SESSION")).isZero();
    }

    @Test
    void anEndedSessionLeavesTheHistoryInTime() {
        signIn(ann, "laptop", "s1", DAY);
        chain("c1", "s1");
        transact(store -> store.sessions().ended(realm, List.of("s1"), DeviceRetention.now()));
        later(CONFIG.history().minusSeconds(60));
        run();
        assertThat(rows("KEYWARD_DEVICE_SESSION")).isEqualTo(1);
        later(Duration.ofSeconds(61));
        run();
        assertThat(rows("KEYWARD_DEVICE_SESSION")).isZero();
        assertThat(rows("KEYWARD_REFRESH_CHAIN")).isZero();
    }

    @Test
    void aDeviceThatIsSignedOutIsForgottenAndStillRecognised() {
        String device = signIn(ann, "laptop", "s1", DAY);
        transact(store -> {
            store.devices().rename(realm, ann, device, "Mine");
            store.sessions().ended(realm, List.of("s1"), DeviceRetention.now());
        });
        later(CONFIG.device().minusSeconds(60));
        run();
        assertThat(device(device).forgottenAt()).isNull();
        later(Duration.ofSeconds(61));
        Instant before = DeviceRetention.now();
        run();
        assertThat(device(device).forgottenAt()).isBetween(before, DeviceRetention.now());
        assertThat(device(device).name()).isNull();
        assertThat(device(device).lastIp()).isNull();
        assertThat(list()).isEmpty();

        Arrival back = arrive(ann, "laptop");
        assertThat(back.fresh()).isFalse();
        assertThat(back.signedOutBefore()).isTrue();
        assertThat(back.device().id()).isEqualTo(device);
        assertThat(list()).extracting(Device::id).containsExactly(device);
    }

    @Test
    void aDeviceForgottenLongAgoIsNewAgain() {
        String device = signIn(ann, "laptop", "s1", DAY);
        transact(store -> store.sessions().ended(realm, List.of("s1"), DeviceRetention.now()));
        later(CONFIG.device().plusSeconds(1));
        run();
        later(CONFIG.recognition().minusSeconds(60));
        run();
        assertThat(rows("KEYWARD_DEVICE")).isEqualTo(1);
        later(Duration.ofSeconds(61));
        run();
        assertThat(rows("KEYWARD_DEVICE")).isZero();
        Arrival back = arrive(ann, "laptop");
        assertThat(back.fresh()).isTrue();
        assertThat(back.device().id()).isNotEqualTo(device);
    }

    @Test
    void aDeviceWithAnOpenSessionIsNotForgottenWhateverItsRowSays() {
        String device = signIn(ann, "laptop", "s1", DAY.multipliedBy(100));
        transact(store -> store.devices().signedOut(realm, device, DeviceRetention.now()));
        later(CONFIG.device().plusSeconds(1));
        run();
        assertThat(device(device).forgottenAt()).isNull();
        assertThat(device(device).signedOutAt()).isNull();
    }

    @Test
    void aDeviceWhoseEndWasMissedIsNotedAsSignedOutWithinADay() {
        String device = signIn(ann, "laptop", "s1", DAY);
        database.sql("update KEYWARD_DEVICE_SESSION set ENDED_AT = STARTED_AT");
        run();
        assertThat(device(device).signedOutAt()).isNotNull();
    }

    @Test
    void nothingStaysOfUsersThatAreGoneWithoutAWord() {
        String federation = UUID.randomUUID().toString();
        String bob = "f:" + federation + ":bob";
        database.sql("insert into COMPONENT values ('" + federation + "')");
        signIn(ann, "laptop", "s1", DAY);
        signIn(bob, "laptop", "s2", DAY);
        chain("c2", "s2");
        for (String user : List.of(ann, bob, "cat")) {
            transact(store -> store.devices().lockOwner(realm, user));
        }
        sweep();
        assertThat(users("KEYWARD_DEVICE")).containsExactlyInAnyOrder(ann, bob);
        assertThat(users("KEYWARD_DEVICE_OWNER")).containsExactlyInAnyOrder(ann, bob);
        database.sql("truncate COMPONENT");
        sweep();
        assertThat(users("KEYWARD_DEVICE")).containsExactly(ann);
        assertThat(users("KEYWARD_DEVICE_OWNER")).containsExactly(ann);
        assertThat(users("KEYWARD_DEVICE_SESSION")).containsExactly(ann);
        assertThat(rows("KEYWARD_REFRESH_CHAIN")).isZero();
    }

    @Test
    void looksForThemInAllSlices() {
        database.sql("insert into KEYWARD_DEVICE_OWNER select '" + realm + "', 'u' || n, false, 0"
                + " from generate_series(1, " + (2 * Orphans.SLICE + 7) + ") n");
        database.sql("insert into USER_ENTITY values ('u1'), ('u300'), ('u507')");
        sweep();
        assertThat(users("KEYWARD_DEVICE_OWNER")).containsExactlyInAnyOrder("u1", "u300", "u507");
    }

    @Test
    void looksForThemOnceADay() {
        run();
        transact(store -> store.devices().lockOwner(realm, "gone"));
        later(DAY.minusSeconds(60));
        run();
        assertThat(rows("KEYWARD_DEVICE_OWNER")).isEqualTo(1);
        later(Duration.ofSeconds(60));
        run();
        assertThat(rows("KEYWARD_DEVICE_OWNER")).isZero();
    }

    @Test
    void chainsOfSessionsWithoutADeviceGoAfterTheirSession() {
        signIn(ann, "laptop", "s1", DAY);
        chain("c1", "s1");
        chain("c2", "robot");
        chain("c3", "robot-that-is-gone");
        keycloak.add("robot");
        sweep();
        assertThat(rows("KEYWARD_REFRESH_CHAIN"))
                .as("a session may be on its way")
                .isEqualTo(3);
        later(Duration.ofHours(2));
        sweep();
        assertThat(database.rows("select ID from KEYWARD_REFRESH_CHAIN"))
                .containsExactlyInAnyOrder(List.of("c1"), List.of("c2"));
    }

    private void sweep() {
        retention = new DeviceRetention(CONFIG);
        run();
    }

    private void run() {
        StoredSessions stored = (realmId, id) -> {
            if (unreachable.contains(id)) {
                throw new IllegalStateException("the federation cannot be reached");
            }
            return keycloak.contains(id);
        };
        retention.run(new Transactions() {
            @Override
            public <T> T run(Function<Batch, T> work) {
                return database.inTransaction(em -> work.apply(new Batch(em, stored)));
            }
        });
    }

    private String signIn(String user, String secret, String sessionId, Duration life) {
        return inTransaction(store -> {
            String device = arrive(store, user, secret).device().id();
            Instant now = DeviceRetention.now();
            store.sessions()
                    .tie(
                            new DeviceSession(
                                    sessionId, device, realm, user, "app", now, null, SignInMethod.BROWSER, null),
                            now.plus(life));
            return device;
        });
    }

    private Arrival arrive(String user, String secret) {
        return inTransaction(store -> arrive(store, user, secret));
    }

    private Arrival arrive(DeviceSessionProvider store, String user, String secret) {
        return store.devices()
                .arrive(
                        DeviceKey.of(realm, user, secret),
                        new SignIn(
                                realm,
                                user,
                                DeviceDisplay.UNKNOWN,
                                "192.0.2.1",
                                SignInMethod.BROWSER,
                                DeviceRetention.now()));
    }

    private void chain(String id, String sessionId) {
        transact(store -> store.chains()
                .open(new Opening(realm, id, sessionId, "app", TokenHash.of(id), DeviceRetention.now(), null)));
    }

    private Device device(String id) {
        return inTransaction(store -> store.devices().findById(realm, id)).orElseThrow();
    }

    private DeviceSession session(String id) {
        return inTransaction(store -> store.sessions().find(realm, id)).orElseThrow();
    }

    private List<Device> list() {
        return inTransaction(store -> store.devices().ofUser(realm, ann));
    }

    private static long checkAt(String id) {
        return Long.parseLong(
                database.rows("select CHECK_AT from KEYWARD_DEVICE_SESSION where USER_SESSION_ID = '" + id + "'")
                        .get(0)
                        .get(0));
    }

    private static int openSessions() {
        return database.rows("select 1 from KEYWARD_DEVICE_SESSION where ENDED_AT is null")
                .size();
    }

    private static int rows(String table) {
        return database.rows("select 1 from " + table).size();
    }

    private static List<String> users(String table) {
        return database.rows("select USER_ID from " + table).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static long inMillis(Duration ahead) {
        return DeviceRetention.now().plus(ahead).toEpochMilli();
    }

    /** The clock goes on while the test runs. */
    private static Offset<Long> within() {
        return Offset.offset(Duration.ofMinutes(1).toMillis());
    }

    private static void later(Duration time) {
        Time.setOffset(Time.getOffset() + (int) time.toSeconds());
    }

    private static <T> T inTransaction(Function<DeviceSessionProvider, T> work) {
        return database.inTransaction(em -> work.apply(new JpaDeviceSessionProvider(em)));
    }

    private static void transact(Consumer<DeviceSessionProvider> work) {
        database.transact(em -> work.accept(new JpaDeviceSessionProvider(em)));
    }
}
