package io.keyward.devicesession.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceDisplay;
import io.keyward.devicesession.DeviceKey;
import io.keyward.devicesession.DeviceQuery;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceType;
import io.keyward.devicesession.RefreshChainStore.Outcome;
import io.keyward.devicesession.RefreshChainStore.Presented;
import io.keyward.devicesession.SignIn;
import io.keyward.devicesession.SignInMethod;
import io.keyward.onetimetoken.TokenHash;
import io.keyward.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the store costs a database that is full: how many statements, and by which way they find their rows. */
final class StatementsTest {

    private static final int DEVICES = 50_000;
    private static final int SESSIONS_EACH = 3;
    private static final Instant START = Instant.ofEpochMilli(1_000_000_000_000L);
    private static final Instant LATER = START.plusSeconds(3_600);
    private static final String REALM = "realm";
    private static final DeviceDisplay FIREFOX = new DeviceDisplay(DeviceType.DESKTOP, "Fedora", "40", "Firefox/128.0");

    private static final String OURS = " where relname ~ '^keyward_(device|refresh)'";
    private static final String SCANS =
            "select relname, seq_scan from pg_stat_user_tables" + OURS + " order by relname";
    private static final String IDLE_INDEXES =
            "select indexrelname from pg_stat_user_indexes" + OURS + " and idx_scan = 0";

    private static TestDatabase database;

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        String now = String.valueOf(START.toEpochMilli());
        // Each tenth device is signed out, each hundredth forgotten.
        database.sql("insert into KEYWARD_DEVICE (REALM_ID, ID, USER_ID, KEY_HASH, TYPE, OS, OS_VERSION, BROWSER,"
                + " FIRST_SEEN, LAST_SEEN, LAST_IP, METHOD, SIGNED_OUT_AT, FORGOTTEN_AT)"
                + " select 'realm', md5('d' || n), 'user-' || n / 4, md5(n::text) || md5(n::text), 'desktop', 'Fedora',"
                + " '40', 'Firefox/128.0', " + now + " - n, " + now + " - n, '192.0.2.1', 'browser',"
                + " case when n % 10 = 0 then " + now + " - n end, case when n % 100 = 0 then " + now + " - n end"
                + " from generate_series(1, " + DEVICES + ") n");
        database.sql("insert into KEYWARD_DEVICE_OWNER"
                + " select distinct REALM_ID, USER_ID, false, 0 from KEYWARD_DEVICE");
        database.sql("insert into KEYWARD_DEVICE_SESSION"
                + " select md5('s' || n || '-' || m), 'realm', md5('d' || n), 'user-' || n / 4, 'client-' || n % 20,"
                + " " + now + " - n - m, '192.0.2.1', 'browser', " + now + " + n,"
                + " case when n % 10 = 0 or m > 1 then " + now + " - n end"
                + " from generate_series(1, " + DEVICES + ") n, generate_series(1, " + SESSIONS_EACH + ") m");
        database.sql("insert into KEYWARD_REFRESH_CHAIN (ID, REALM_ID, USER_SESSION_ID, CLIENT_ID, GENERATION,"
                + " CURRENT_HASH, ROTATED_AT)"
                + " select md5('c' || USER_SESSION_ID), 'realm', USER_SESSION_ID, CLIENT_ID, 0,"
                + " '" + TokenHash.of("t").value() + "', STARTED_AT from KEYWARD_DEVICE_SESSION");
        database.sql("vacuum analyze");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aRefreshIsOneStatement() {
        assertThat(statements(store ->
                        assertThat(rotate(store, chain(7), 0, "t", "u")).isEqualTo(Outcome.ROTATED)))
                .isEqualTo(1);
        assertThat(statements(store ->
                        assertThat(rotate(store, chain(7), 0, "t", "u")).isEqualTo(Outcome.REPEATED)))
                .isEqualTo(2);
        assertThat(statements(store -> store.devices().seen(REALM, device(7), LATER, "192.0.2.1", LATER)))
                .isEqualTo(1);
    }

    @Test
    void aSignInIsTwoStatementsForTheDeviceAndOneForTheSession() {
        assertThat(statements(store -> arrive(store, "new", LATER))).as("new").isEqualTo(2);
        assertThat(statements(store -> arrive(store, "new", LATER.plusSeconds(299))))
                .as("nothing to note")
                .isEqualTo(1);
        assertThat(statements(store -> arrive(store, "new", LATER.plusSeconds(300))))
                .as("seen again")
                .isEqualTo(2);
        assertThat(statements(store -> store.sessions().tie(session("new"), LATER)))
                .isEqualTo(1);
    }

    @Test
    void aRefreshChangesNoIndex() {
        Updates chains = Updates.of("keyward_refresh_chain");
        Updates devices = Updates.of("keyward_device");
        int refreshes = 40;
        for (int i = 0; i < refreshes; i++) {
            int generation = i;
            Instant at = LATER.plusSeconds(i);
            transact(store -> {
                String token = generation == 0 ? "t" : "t" + generation;
                assertThat(rotate(store, chain(8), generation, token, "t" + (generation + 1)))
                        .isEqualTo(Outcome.ROTATED);
                store.devices().seen(REALM, device(8), at, "192.0.2." + generation, at);
            });
        }
        for (Updates before : List.of(chains, devices)) {
            Awaitility.await().untilAsserted(() -> {
                Updates after = Updates.of(before.table());
                assertThat(after.all() - before.all()).as(before.table()).isEqualTo(refreshes);
                assertThat(after.withinPage() - before.withinPage())
                        .as(before.table())
                        .isEqualTo(refreshes);
            });
        }
    }

    @Test
    void everythingIsFoundByAnIndexAndNoIndexIsIdle() {
        List<List<String>> before = database.rows(SCANS);
        transact(store -> {
            rotate(store, chain(11), 0, "t", "u");
            store.chains().end(REALM, chain(11), "logout", LATER);
            store.chains().endOfSessions(REALM, List.of(sessionId(12)), "logout", LATER);
            store.chains().ofSessions(REALM, List.of(sessionId(13)));
            store.sessions().find(REALM, sessionId(13));
            store.sessions().openOf(REALM, List.of(device(13), device(14)));
            store.sessions().history(REALM, "user-5", 20);
            store.sessions().ended(REALM, List.of(sessionId(15)), LATER);
        });
        transact(store -> {
            arrive(store, "another", LATER);
            store.devices().findById(REALM, device(16));
            store.devices().ofUser(REALM, "user-5");
            store.devices().notifiedSince(REALM, "user-5", START);
            store.devices().rename(REALM, "user-5", device(20), "Mine");
            store.devices().seen(REALM, device(21), LATER, null, LATER);
            store.devices().signedOut(REALM, device(22), LATER);
            store.devices().lockOwner(REALM, "user-5");
            store.devices().newDeviceMailRefused(REALM, "user-5");
            store.devices().page(REALM, new DeviceQuery(null, null, null, null, null, device(23), 50));
            store.devices().page(REALM, new DeviceQuery("user-5", null, null, null, null, null, 50));
            store.devices().page(REALM, new DeviceQuery(null, "client-x", null, null, null, null, 50));
            store.devices().remove(REALM, device(24));
            store.removeUser(REALM, "user-7");
            store.removeClient(REALM, "client-x");
        });
        database.transact(em -> {
            Instant now = START.plusMillis(1_000);
            RetentionConfig config = new RetentionConfig(
                    Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1));
            new SessionCheck(em, (realm, id) -> id.startsWith("a"), now).run();
            Forgetting forgetting = new Forgetting(em, config, now);
            assertThat(forgetting.deleteEndedSessions()).isEqualTo(Forgetting.BATCH);
            assertThat(forgetting.forgetDevices()).isEqualTo(Forgetting.BATCH);
            assertThat(forgetting.deleteForgottenDevices()).isEqualTo(Forgetting.BATCH);
            Orphans orphans = new Orphans(em, (realm, id) -> true, START);
            assertThat(orphans.devices(new Orphans.Place(REALM, "8"))).isNotNull();
            assertThat(orphans.owners(new Orphans.Place(REALM, "user-5"))).isNotNull();
            assertThat(orphans.untiedChains(new Orphans.Place("", "8"))).isNotNull();
            assertThat(new MissedSignOuts(em, START).note(new Orphans.Place(REALM, "8")))
                    .isNotNull();
        });
        Awaitility.await()
                .untilAsserted(() -> assertThat(database.rows(IDLE_INDEXES)).isEmpty());
        assertThat(database.rows(SCANS)).as("scans of whole tables").isEqualTo(before);
    }

    private static Outcome rotate(
            DeviceSessionProvider store, String chain, int generation, String token, String successor) {
        return store.chains()
                .rotate(new Presented(
                        REALM,
                        chain,
                        generation,
                        TokenHash.of(token),
                        TokenHash.of(successor),
                        LATER,
                        Duration.ofSeconds(10),
                        "192.0.2.1"))
                .outcome();
    }

    private static Device arrive(DeviceSessionProvider store, String secret, Instant at) {
        return store.devices()
                .arrive(
                        DeviceKey.of(REALM, "user-5", secret),
                        new SignIn(REALM, "user-5", FIREFOX, "192.0.2.1", SignInMethod.BROWSER, at))
                .device();
    }

    private static DeviceSession session(String id) {
        return new DeviceSession(
                id, device(9), REALM, "user-2", "client-9", START, "192.0.2.1", SignInMethod.BROWSER, null);
    }

    /** How many statements the work sends. */
    private static long statements(Consumer<DeviceSessionProvider> work) {
        return database.inTransaction(em -> {
            Statistics statistics =
                    em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
            statistics.setStatisticsEnabled(true);
            statistics.clear();
            work.accept(new JpaDeviceSessionProvider(em));
            em.flush();
            return statistics.getPrepareStatementCount();
        });
    }

    private static void transact(Consumer<DeviceSessionProvider> work) {
        database.transact(em -> work.accept(new JpaDeviceSessionProvider(em)));
    }

    private static String device(int n) {
        return md5("d" + n);
    }

    private static String sessionId(int n) {
        return md5("s" + n + "-1");
    }

    private static String chain(int n) {
        return md5("c" + sessionId(n));
    }

    /** As PostgreSQL's function of that name: a short way to a spread of ids. */
    private static String md5(String text) {
        return database.rows("select md5('" + text + "')").get(0).get(0);
    }

    /** The updates of a table so far, and those of them that no index had to be told of. */
    private record Updates(String table, long all, long withinPage) {

        static Updates of(String table) {
            List<String> row = database.rows("select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables"
                            + " where relname = '" + table + "'")
                    .get(0);
            return new Updates(table, Long.parseLong(row.get(0)), Long.parseLong(row.get(1)));
        }
    }
}
