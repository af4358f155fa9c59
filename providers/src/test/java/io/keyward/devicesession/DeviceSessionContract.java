package io.keyward.devicesession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link DeviceSessionStore} promises. A store of your own passes it, too. */
public abstract class DeviceSessionContract extends StoreContract {

    private final String first = newId();
    private final String second = newId();

    @Test
    void isTiedToItsDevice() {
        Device device = signIn(realm, ann, "laptop", first, START);
        assertThat(find(first))
                .isEqualTo(new DeviceSession(
                        first, device.id(), realm, ann, "app", START, IP, SignInMethod.BROWSER, null));
    }

    @Test
    void isTiedOnce() {
        Device laptop = signIn(realm, ann, "laptop", first, START);
        Device phone = arrive("phone", START).device();
        transact(store -> store.sessions().tie(session(first, phone, "other", START.plusSeconds(1)), START));
        assertThat(find(first)).isEqualTo(session(first, laptop, "app", START));
    }

    /** Keycloak's restart of an expired session, perhaps for somebody else at the same browser. */
    @Test
    void anIdThatKeycloakUsesAgainIsTiedAnew() {
        signIn(realm, ann, "laptop", first, START);
        end(first);
        Device bobs = signIn(realm, bob, "laptop", first, START.plusSeconds(61));
        assertThat(find(first)).isEqualTo(session(first, bobs, "app", START.plusSeconds(61)));
    }

    @Test
    void needsNeitherClientNorAddress() {
        Device device = arrive("laptop", START).device();
        DeviceSession bare =
                new DeviceSession(first, device.id(), realm, ann, null, START, null, SignInMethod.ADOPTED, null);
        transact(store -> store.sessions().tie(bare, START));
        assertThat(find(first)).isEqualTo(bare);
    }

    @Test
    void theOpenOnesOfDevicesAreFound() {
        Device laptop = signIn(realm, ann, "laptop", first, START);
        Device phone = signIn(realm, ann, "phone", second, START);
        signIn(realm, bob, "laptop", newId(), START);
        assertThat(open(laptop, phone))
                .extracting(DeviceSession::userSessionId)
                .containsExactlyInAnyOrder(first, second);
        assertThat(open(phone)).extracting(DeviceSession::userSessionId).containsExactly(second);
        assertThat(open()).isEmpty();
        end(second);
        assertThat(open(laptop, phone)).extracting(DeviceSession::userSessionId).containsExactly(first);
        assertThat(all(store -> store.sessions().openOf(newId(), List.of(laptop.id()))))
                .isEmpty();
    }

    @Test
    void theHistoryHasTheNewestFirst() {
        signIn(realm, ann, "laptop", first, START);
        signIn(realm, ann, "phone", second, START.plusSeconds(1));
        String third = newId();
        signIn(realm, ann, "laptop", third, START.plusSeconds(2));
        signIn(realm, bob, "laptop", newId(), START);
        end(second);
        assertThat(history(10)).extracting(DeviceSession::userSessionId).containsExactly(third, second, first);
        assertThat(history(2)).extracting(DeviceSession::userSessionId).containsExactly(third, second);
        assertThat(history(0)).isEmpty();
        assertThat(history(-1)).isEmpty();
        assertThat(all(store -> store.sessions().history(newId(), ann, 10))).isEmpty();
    }

    @Test
    void endsOnce() {
        signIn(realm, ann, "laptop", first, START);
        end(first);
        transact(store -> store.sessions().ended(realm, List.of(first), START.plusSeconds(60)));
        assertThat(find(first).endedAt()).isEqualTo(START);
    }

    @Test
    void hasEndedIsSaidOfTheSessionThatDid() {
        signIn(realm, ann, "laptop", first, START);
        assertThat(is(store -> store.sessions().hasEnded(realm, first, START))).isFalse();
        end(first);
        assertThat(is(store -> store.sessions().hasEnded(realm, first, START))).isTrue();
        assertThat(is(store -> store.sessions().hasEnded(newId(), first, START)))
                .isFalse();
        // Keycloak gives the id of an expired session to the next one in the browser, which may be asked about before
        // it is tied.
        assertThat(is(store -> store.sessions().hasEnded(realm, first, START.plusSeconds(61))))
                .isFalse();
        assertThat(is(store -> store.sessions().hasEnded(realm, newId(), START)))
                .isFalse();
    }

    @Test
    void endsInItsOwnRealmOnly() {
        signIn(realm, ann, "laptop", first, START);
        transact(store -> store.sessions().ended(newId(), List.of(first), START));
        assertThat(find(first).endedAt()).isNull();
    }

    @Test
    void aDeviceIsSignedOutWithItsLastSession() {
        Device laptop = signIn(realm, ann, "laptop", first, START);
        signIn(realm, ann, "laptop", second, START);
        Device phone = signIn(realm, ann, "phone", newId(), START);
        end(first);
        assertThat(device(laptop.id()).signedOutAt()).isNull();
        end(second);
        assertThat(device(laptop.id()).signedOutAt()).isEqualTo(START);
        assertThat(device(phone.id()).signedOutAt()).isNull();
    }

    @Test
    void manyEndAtOnce() {
        List<String> ids = IntStream.range(0, 1_200).mapToObj(i -> newId()).toList();
        Device device = arrive("script", START).device();
        transact(store -> ids.forEach(id -> store.sessions().tie(session(id, device, "app", START), START)));
        assertThat(open(device)).hasSize(1_200);
        transact(store -> store.sessions().ended(realm, ids, START));
        assertThat(open(device)).isEmpty();
        assertThat(device(device.id()).signedOutAt()).isEqualTo(START);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Device device = signIn(realm, ann, "laptop", first, START);
        for (String id : ODD) {
            transact(store -> {
                assertThat(store.sessions().find(realm, id).isPresent()).isFalse();
                assertThat(store.sessions().openOf(realm, List.of(id, device.id())))
                        .extracting(DeviceSession::userSessionId)
                        .containsExactly(first);
                assertThat(store.sessions().history(realm, id, 10)).isEmpty();
                store.sessions().ended(realm, List.of(id), START);
            });
        }
        assertThat(is(store -> store.sessions().find(newId(), first).isPresent()))
                .isFalse();
        assertThat(find(first).endedAt()).isNull();
    }

    @Test
    void clientsAreToldApartByTheirSessions() {
        Device laptop = signIn(realm, ann, "laptop", first, START);
        transact(store -> store.sessions().tie(session(second, laptop, "other", START), START));
        assertThat(open(laptop))
                .extracting(DeviceSession::userSessionId, DeviceSession::clientId)
                .containsExactlyInAnyOrder(tuple(first, "app"), tuple(second, "other"));
    }

    private void end(String id) {
        transact(store -> store.sessions().ended(realm, List.of(id), START));
    }

    private DeviceSession find(String id) {
        return inTransaction(store -> store.sessions().find(realm, id)).orElseThrow();
    }

    private List<DeviceSession> open(Device... devices) {
        List<String> ids = List.of(devices).stream().map(Device::id).toList();
        return inTransaction(store -> store.sessions().openOf(realm, ids));
    }

    private List<DeviceSession> history(int limit) {
        return inTransaction(store -> store.sessions().history(realm, ann, limit));
    }
}
