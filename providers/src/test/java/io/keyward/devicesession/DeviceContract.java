package io.keyward.devicesession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyward.devicesession.DeviceStore.Arrival;
import io.keyward.devicesession.DeviceStore.DeviceOwner;
import io.keyward.onetimetoken.Crowd;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link DeviceStore} promises. A store of your own passes it, too. */
public abstract class DeviceContract extends StoreContract {

    private static final Instant LATER = START.plus(Duration.ofHours(1));

    /** Every value that is stored, as text. */
    protected abstract List<String> everythingStored();

    @Test
    void keepsANewDevice() {
        Arrival arrival = arrive("cookie", START);
        Device device = arrival.device();
        assertThat(arrival).isEqualTo(new Arrival(device, true, true));
        assertThat(device)
                .isEqualTo(new Device(
                        device.id(),
                        realm,
                        ann,
                        null,
                        FIREFOX,
                        START,
                        START,
                        IP,
                        SignInMethod.BROWSER,
                        null,
                        null,
                        null));
        assertThat(list(ann)).containsExactly(device);
        assertThat(device(device.id())).isEqualTo(device);
        Device found = inTransaction(store -> store.devices()
                .find(realm, ann, DeviceKey.of(realm, ann, "cookie"))
                .orElseThrow());
        assertThat(found).isEqualTo(device);
    }

    @Test
    void keepsNoSecret() {
        arrive("the-secret-of-the-cookie", START);
        assertThat(everythingStored()).isNotEmpty().noneMatch(value -> value.contains("the-secret-of-the-cookie"));
    }

    @Test
    void ofManySignInsOfOneNewDeviceOneKeepsIt() {
        List<Arrival> arrivals = Crowd.of(20, () -> arrive("cookie", START));
        assertThat(arrivals).filteredOn(Arrival::fresh).hasSize(1);
        assertThat(arrivals)
                .extracting(arrival -> arrival.device().id())
                .containsOnly(list(ann).get(0).id());
        assertThat(list(ann)).hasSize(1);
    }

    @Test
    void aDeviceThatIsThereIsUpdated() {
        Device before = arrive("cookie", START).device();
        DeviceDisplay updated = new DeviceDisplay(DeviceType.MOBILE, "Debian", null, "Firefox/129.0");
        SignIn signIn = new SignIn(realm, ann, updated, "2001:db8::1", SignInMethod.REGISTRATION, LATER);
        Arrival arrival = inTransaction(store -> store.devices().arrive(DeviceKey.of(realm, ann, "cookie"), signIn));
        assertThat(arrival)
                .isEqualTo(new Arrival(
                        new Device(
                                before.id(),
                                realm,
                                ann,
                                null,
                                updated,
                                START,
                                LATER,
                                "2001:db8::1",
                                SignInMethod.REGISTRATION,
                                null,
                                null,
                                null),
                        false,
                        false));
        assertThat(list(ann)).containsExactly(arrival.device());
    }

    @Test
    void twoPeopleOnOneDeviceHaveOneEach() {
        Device anns = arrive("cookie", START).device();
        Device bobs = arrive(realm, bob, "cookie", FIREFOX, START).device();
        assertThat(list(ann)).containsExactly(anns);
        assertThat(list(bob)).containsExactly(bobs);
        arrive(newId(), ann, "cookie", FIREFOX, START);
        assertThat(list(ann)).hasSize(1);
    }

    @Test
    void aDeviceThatComesBackIsSignedInAgain() {
        Device device = arrive("cookie", START).device();
        transact(store -> {
            store.devices().signedOut(realm, device.id(), LATER);
            store.devices().signedOut(realm, device.id(), LATER.plusSeconds(1));
        });
        assertThat(device(device.id()).signedOutAt()).isEqualTo(LATER);
        assertThat(arrive("cookie", START))
                .isEqualTo(new Arrival(device, false, true))
                .isNotEqualTo(arrive("cookie", START));
        assertThat(device(device.id()).signedOutAt()).isNull();
    }

    @Test
    void whatIsTooLongToShowIsCutOff() {
        DeviceDisplay endless =
                new DeviceDisplay(DeviceType.OTHER, "\ud83d\ude00".repeat(10_000), "a\0b", "x".repeat(10_000));
        Device device = arrive(realm, ann, "cookie", endless, START).device();
        assertThat(device.display().os()).isEqualTo("\ud83d\ude00".repeat(127));
        assertThat(device.display().osVersion()).isEqualTo("ab");
        assertThat(device.display().browser()).isEqualTo("x".repeat(255));
        assertThat(device(device.id())).isEqualTo(device);
        assertThat(arrive(realm, ann, "cookie", endless, START)).isEqualTo(new Arrival(device, false, false));
    }

    @Test
    void beingSeenIsNotedNowAndThen() {
        Device device = arrive("cookie", START).device();
        transact(store -> store.devices().seen(realm, device.id(), LATER, "192.0.2.9", START));
        assertThat(device(device.id())).as("it was seen at the instant given").isEqualTo(device);
        transact(store -> store.devices().seen(realm, device.id(), LATER, "192.0.2.9", START.plusMillis(1)));
        assertThat(device(device.id()).lastSeen()).isEqualTo(LATER);
        assertThat(device(device.id()).lastIp()).isEqualTo("192.0.2.9");
    }

    @Test
    void aDeviceThatIsUsedIsNotSignedOut() {
        Device device = arrive("cookie", START).device();
        transact(store -> {
            store.devices().signedOut(realm, device.id(), START);
            store.devices().seen(realm, device.id(), LATER, IP, LATER);
        });
        assertThat(device(device.id()).signedOutAt()).isNull();
    }

    @Test
    void isNamedByItsOwner() {
        Device device = arrive("cookie", START).device();
        assertThat(rename(ann, device, "Ann's \ud83d\ude00 laptop")).isTrue();
        assertThat(device(device.id()).name()).isEqualTo("Ann's \ud83d\ude00 laptop");
        assertThat(arrive("cookie", LATER).device().name()).isEqualTo("Ann's \ud83d\ude00 laptop");
        assertThat(rename(bob, device, "Bob's")).isFalse();
        assertThat(is(store -> store.devices().rename(newId(), ann, device.id(), "x")))
                .isFalse();
        assertThat(device(device.id()).name()).isEqualTo("Ann's \ud83d\ude00 laptop");
        assertThat(rename(ann, device, null)).isTrue();
        assertThat(device(device.id()).name()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 10_000})
    void refusesANameThatItCannotKeep(int length) {
        Device device = arrive("cookie", START).device();
        assertThat(rename(ann, device, "x".repeat(255))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> rename(ann, device, "x".repeat(length)));
        assertThatIllegalArgumentException().isThrownBy(() -> rename(ann, device, "a\0b"));
        assertThat(device(device.id()).name()).hasSize(255);
    }

    @Test
    void theListHasTheLastSeenFirst() {
        Device laptop = arrive("laptop", START).device();
        Device phone = arrive("phone", START.plusSeconds(1)).device();
        assertThat(list(ann)).containsExactly(phone, laptop);
        transact(store -> store.devices().seen(realm, laptop.id(), LATER, IP, LATER));
        assertThat(list(ann)).extracting(Device::id).containsExactly(laptop.id(), phone.id());
    }

    @Test
    void countsTheDevicesThatWereToldOf() {
        Device laptop = arrive("laptop", START).device();
        Device phone = arrive("phone", START).device();
        Device bobs = arrive(realm, bob, "laptop", FIREFOX, START).device();
        arrive("tablet", START);
        transact(store -> {
            store.devices().notified(realm, laptop.id(), START);
            store.devices().notified(realm, phone.id(), LATER);
            store.devices().notified(realm, bobs.id(), LATER);
        });
        assertThat(device(phone.id()).notifiedAt()).isEqualTo(LATER);
        assertThat(notifiedSince(START)).isEqualTo(2);
        assertThat(notifiedSince(START.plusMillis(1))).isEqualTo(1);
        assertThat(notifiedSince(LATER.plusMillis(1))).isZero();
    }

    @Test
    void ofManyFirstSignInsOneIsTheFirst() {
        List<DeviceOwner> owners =
                Crowd.of(20, () -> inTransaction(store -> store.devices().lockOwner(realm, ann)));
        assertThat(Collections.frequency(owners, new DeviceOwner(true))).isEqualTo(1);
        assertThat(Collections.frequency(owners, new DeviceOwner(false))).isEqualTo(19);
    }

    @Test
    void whoLocksTheOwnerCountsAlone() {
        int limit = 5;
        Crowd.of(
                20,
                i -> inTransaction(store -> {
                    store.devices().lockOwner(realm, ann);
                    boolean room = store.devices().ofUser(realm, ann).size() < limit;
                    if (room) {
                        store.devices()
                                .arrive(
                                        DeviceKey.of(realm, ann, "device-" + i),
                                        new SignIn(realm, ann, FIREFOX, IP, SignInMethod.BROWSER, START));
                    }
                    return room;
                }));
        assertThat(list(ann)).hasSize(limit);
    }

    @Test
    void mailsAreWantedUnlessRefused() {
        assertThat(mailRefused(ann)).isFalse();
        refuseMail(ann, true);
        assertThat(mailRefused(ann)).isTrue();
        assertThat(mailRefused(bob)).isFalse();
        assertThat(is(store -> store.devices().lockOwner(realm, ann).firstDevice()))
                .as("somebody who has said so is known")
                .isFalse();
        refuseMail(ann, false);
        assertThat(mailRefused(ann)).isFalse();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Device device = arrive("cookie", START).device();
        for (String id : ODD) {
            transact(store -> {
                DeviceStore devices = store.devices();
                assertThat(devices.findById(realm, id).isPresent()).isFalse();
                assertThat(devices.find(realm, id, DeviceKey.of(realm, id, "cookie"))
                                .isPresent())
                        .isFalse();
                assertThat(devices.ofUser(realm, id)).isEmpty();
                assertThat(devices.rename(realm, ann, id, "x")).isFalse();
                assertThat(devices.rename(realm, id, device.id(), "x")).isFalse();
                assertThat(devices.newDeviceMailRefused(realm, id)).isFalse();
                assertThat(devices.notifiedSince(realm, id, START)).isZero();
                devices.seen(realm, id, LATER, IP, LATER);
                devices.signedOut(realm, id, LATER);
                devices.notified(realm, id, LATER);
                devices.remove(realm, id);
            });
        }
        transact(store -> {
            String elsewhere = newId();
            assertThat(store.devices().findById(elsewhere, device.id()).isPresent())
                    .isFalse();
            store.devices().seen(elsewhere, device.id(), LATER, IP, LATER);
            store.devices().signedOut(elsewhere, device.id(), LATER);
            store.devices().notified(elsewhere, device.id(), LATER);
            store.devices().remove(elsewhere, device.id());
        });
        assertThat(list(ann)).containsExactly(device);
    }

    private boolean rename(String userId, Device device, String name) {
        return inTransaction(store -> store.devices().rename(realm, userId, device.id(), name));
    }

    private long notifiedSince(Instant since) {
        return inTransaction(store -> store.devices().notifiedSince(realm, ann, since));
    }

    private boolean mailRefused(String userId) {
        return inTransaction(store -> store.devices().newDeviceMailRefused(realm, userId));
    }

    private void refuseMail(String userId, boolean refused) {
        transact(store -> store.devices().refuseNewDeviceMail(realm, userId, refused));
    }
}
