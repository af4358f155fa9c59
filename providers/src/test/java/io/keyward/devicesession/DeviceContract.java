package io.keyward.devicesession;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.DeviceStore.Arrival;
import io.keyward.devicesession.DeviceStore.DeviceOwner;
import io.keyward.onetimetoken.Crowd;
import io.keyward.onetimetoken.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link DeviceStore} and {@link DeviceSessionStore} promises. A store of your own passes it, too. */
public abstract class DeviceContract implements StoreUnderTest {

    private static final Instant START = Instant.parse("2026-09-01T12:00:00.123Z");
    private static final DeviceDisplay FIREFOX = new DeviceDisplay(DeviceType.DESKTOP, "Fedora", "40", "Firefox/128.0");

    private final String realm = UUID.randomUUID().toString();
    private final String ann = UUID.randomUUID().toString();

    @Test
    void keepsANewDevice() {
        Arrival arrival = arrive("cookie", START);
        assertThat(arrival.fresh()).isTrue();
        assertThat(arrival.signedOutBefore()).isTrue();
        assertThat(arrival.device())
                .isEqualTo(new Device(
                        arrival.device().id(),
                        realm,
                        ann,
                        null,
                        FIREFOX,
                        START,
                        START,
                        "192.0.2.1",
                        SignInMethod.BROWSER,
                        null,
                        null,
                        null));
        assertThat(list()).containsExactly(arrival.device());
        assertThat(byId(arrival)).isEqualTo(arrival.device());
        Device found = inTransaction(
                store -> store.devices().find(realm, ann, key("cookie")).orElseThrow());
        assertThat(found).isEqualTo(arrival.device());
    }

    @Test
    void everything() {
        Arrival arrival = arrive("cookie", START);
        String id = arrival.device().id();
        transact(store -> {
            assertThat(store.devices().lockOwner(realm, ann)).isEqualTo(new DeviceOwner(true));
            assertThat(store.devices().lockOwner(realm, ann)).isEqualTo(new DeviceOwner(false));
            store.sessions()
                    .tie(
                            new DeviceSession(
                                    "s1", id, realm, ann, "app", START, "192.0.2.1", SignInMethod.BROWSER, null),
                            START);
            assertThat(store.sessions().openOf(realm, List.of(id))).hasSize(1);
            assertThat(store.sessions().history(realm, ann, 5)).hasSize(1);
            store.chains()
                    .open(new RefreshChainStore.Opening(realm, "c1", "s1", "web", TokenHash.of("x"), START, null));
            for (String client : List.of("app", "web")) {
                assertThat(store.devices()
                                .page(realm, new DeviceQuery(ann, client, false, START, START.plusMillis(1), "0", 5)))
                        .hasSize(1);
            }
            store.chains().endOfSessions(realm, List.of("s1"), "why", START);
            store.sessions().ended(realm, List.of("s1"), START);
            assertThat(store.devices().findById(realm, id).orElseThrow().signedOutAt())
                    .isEqualTo(START);
            assertThat(store.devices().rename(realm, ann, id, "Mine")).isTrue();
            store.devices().seen(realm, id, START.plusSeconds(300), null, START.plusSeconds(1));
            store.devices().signedOut(realm, id, START.plusSeconds(400));
            store.devices().notified(realm, id, START.plusSeconds(400));
            assertThat(store.devices().notifiedSince(realm, ann, START)).isEqualTo(1);
            store.devices().refuseNewDeviceMail(realm, ann, true);
            assertThat(store.devices().newDeviceMailRefused(realm, ann)).isTrue();
            store.devices().remove(realm, id);
            assertThat(store.chains().find(realm, "c1")).isEmpty();
            store.removeUser(realm, ann);
            store.removeClient(realm, "web");
            store.removeRealm(realm);
        });
    }

    @Test
    void ofManySignInsOfOneNewDeviceOneKeepsIt() {
        List<Arrival> arrivals = Crowd.of(20, () -> arrive("cookie", START));
        assertThat(arrivals).filteredOn(Arrival::fresh).hasSize(1);
        assertThat(list()).hasSize(1);
    }

    private Arrival arrive(String secret, Instant at) {
        return inTransaction(store -> store.devices()
                .arrive(key(secret), new SignIn(realm, ann, FIREFOX, "192.0.2.1", SignInMethod.BROWSER, at)));
    }

    private DeviceKey key(String secret) {
        return DeviceKey.of(realm, ann, secret);
    }

    private List<Device> list() {
        return inTransaction(store -> store.devices().ofUser(realm, ann));
    }

    private Device byId(Arrival arrival) {
        return inTransaction(store ->
                        store.devices().findById(realm, arrival.device().id()))
                .orElseThrow();
    }
}
