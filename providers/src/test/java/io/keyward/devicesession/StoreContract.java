package io.keyward.devicesession;

import io.keyward.devicesession.DeviceStore.Arrival;
import io.keyward.devicesession.RefreshChainStore.Opening;
import io.keyward.onetimetoken.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A store, and people who sign in. What is promised is in the classes that extend this one. */
public abstract class StoreContract {

    static final Instant START = Instant.parse("2026-09-01T12:00:00.123Z");
    static final DeviceDisplay FIREFOX = new DeviceDisplay(DeviceType.DESKTOP, "Fedora", "40", "Firefox/128.0");
    static final String IP = "192.0.2.1";

    /** Ids that nobody ever made. */
    static final List<String> ODD =
            List.of("", " ", "nope", "a\0b", "'; drop table keyward_device; --", "\ud83d\ude00", "x".repeat(10_000));

    final String realm = UUID.randomUUID().toString();
    final String ann = UUID.randomUUID().toString();
    final String bob = UUID.randomUUID().toString();

    /** Runs in a transaction of its own, also when many threads come at once. */
    protected abstract <T> T inTransaction(Function<DeviceSessionProvider, T> work);

    final void transact(Consumer<DeviceSessionProvider> work) {
        inTransaction(store -> {
            work.accept(store);
            return null;
        });
    }

    /** What the store answers, in a transaction of its own. */
    final <T> List<T> all(Function<DeviceSessionProvider, List<T>> question) {
        return inTransaction(question);
    }

    final boolean is(Predicate<DeviceSessionProvider> question) {
        return inTransaction(question::test);
    }

    final Arrival arrive(String secret, Instant at) {
        return arrive(realm, ann, secret, FIREFOX, at);
    }

    final Arrival arrive(String realmId, String userId, String secret, DeviceDisplay display, Instant at) {
        SignIn signIn = new SignIn(realmId, userId, display, IP, SignInMethod.BROWSER, at);
        return inTransaction(store -> store.devices().arrive(DeviceKey.of(realmId, userId, secret), signIn));
    }

    /** A sign-in on a device, with its session and a refresh chain of the same id. @return the device */
    final Device signIn(String realmId, String userId, String secret, String sessionId, Instant at) {
        Device device = arrive(realmId, userId, secret, FIREFOX, at).device();
        transact(store -> {
            store.sessions().tie(session(sessionId, device, "app", at), at.plusSeconds(3_600));
            store.chains().open(new Opening(realmId, sessionId, sessionId, "app", TokenHash.of(sessionId), at, IP));
        });
        return device;
    }

    static DeviceSession session(String id, Device device, String clientId, Instant at) {
        return new DeviceSession(
                id, device.id(), device.realmId(), device.userId(), clientId, at, IP, SignInMethod.BROWSER, null);
    }

    final Device device(String id) {
        return inTransaction(store -> store.devices().findById(realm, id)).orElseThrow();
    }

    final List<Device> list(String userId) {
        return inTransaction(store -> store.devices().ofUser(realm, userId));
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }
}
