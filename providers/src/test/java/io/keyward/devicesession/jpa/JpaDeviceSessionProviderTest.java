package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceContract;
import io.keyward.devicesession.DevicePageContract;
import io.keyward.devicesession.DeviceRemovalContract;
import io.keyward.devicesession.DeviceSessionContract;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.RefreshChainContract;
import io.keyward.persistence.TestDatabase;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The store on a real PostgreSQL keeps what the SPI promises. */
final class JpaDeviceSessionProviderTest {

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static <T> T run(Function<DeviceSessionProvider, T> work) {
        return database.inTransaction(em -> work.apply(new JpaDeviceSessionProvider(em)));
    }

    private static List<String> stored() {
        return Stream.of("DEVICE", "DEVICE_OWNER", "DEVICE_SESSION", "REFRESH_CHAIN")
                .flatMap(table -> database.rows("select * from KEYWARD_" + table).stream())
                .flatMap(List::stream)
                .toList();
    }

    @Nested
    final class Devices extends DeviceContract {

        @Override
        protected <T> T inTransaction(Function<DeviceSessionProvider, T> work) {
            return run(work);
        }

        @Override
        protected List<String> everythingStored() {
            return stored();
        }
    }

    @Nested
    final class Pages extends DevicePageContract {

        @Override
        protected <T> T inTransaction(Function<DeviceSessionProvider, T> work) {
            return run(work);
        }
    }

    @Nested
    final class Sessions extends DeviceSessionContract {

        @Override
        protected <T> T inTransaction(Function<DeviceSessionProvider, T> work) {
            return run(work);
        }
    }

    @Nested
    final class Chains extends RefreshChainContract {

        @Override
        protected <T> T inTransaction(Function<DeviceSessionProvider, T> work) {
            return run(work);
        }

        @Override
        protected void awaitSomebodyWaiting() {
            Awaitility.await()
                    .until(() -> !database.rows("select 1 from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock'")
                            .isEmpty());
        }
    }

    @Nested
    final class Removals extends DeviceRemovalContract {

        @Override
        protected <T> T inTransaction(Function<DeviceSessionProvider, T> work) {
            return run(work);
        }

        @Override
        protected List<String> everythingStored() {
            return stored();
        }
    }
}
