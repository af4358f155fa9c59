package io.keyward.devicesession;

import java.util.function.Consumer;
import java.util.function.Function;

/** The store whose promises are looked at. */
public interface StoreUnderTest {

    /** Runs in a transaction of its own, also when many threads come at once. */
    <T> T inTransaction(Function<DeviceSessionProvider, T> work);

    default void transact(Consumer<DeviceSessionProvider> work) {
        inTransaction(store -> {
            work.accept(store);
            return null;
        });
    }
}
