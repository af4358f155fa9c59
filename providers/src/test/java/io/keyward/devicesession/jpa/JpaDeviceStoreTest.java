package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceContract;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.persistence.TestDatabase;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class JpaDeviceStoreTest extends DeviceContract {

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    public <T> T inTransaction(Function<DeviceSessionProvider, T> work) {
        return database.inTransaction(em -> work.apply(new JpaDeviceSessionProvider(em)));
    }
}
