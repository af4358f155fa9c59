package io.keyward.devicesession;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.RefreshChainStore.Opening;
import io.keyward.onetimetoken.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link DeviceStore} promises administrators. A store of your own passes it, too. */
public abstract class DevicePageContract extends StoreContract {

    private static final DeviceQuery ALL = new DeviceQuery(null, null, null, null, null, null, 100);

    @Test
    void pagesShareNoDeviceAndLeaveOutNone() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(arrive(realm, i % 2 == 0 ? ann : bob, "device-" + i, FIREFOX, START)
                    .device()
                    .id());
        }
        arrive(newId(), ann, "elsewhere", FIREFOX, START);
        List<String> seen = new ArrayList<>();
        String after = null;
        for (int page = 0; page < 3; page++) {
            List<String> next = page(new DeviceQuery(null, null, null, null, null, after, 10));
            assertThat(next).hasSize(page < 2 ? 10 : 5);
            seen.addAll(next);
            after = seen.get(seen.size() - 1);
        }
        assertThat(seen).isSorted().containsExactlyInAnyOrderElementsOf(ids);
        assertThat(page(new DeviceQuery(null, null, null, null, null, after, 10)))
                .isEmpty();
    }

    @Test
    void filtersByUser() {
        Device anns = arrive("laptop", START).device();
        arrive(realm, bob, "laptop", FIREFOX, START);
        assertThat(page(new DeviceQuery(ann, null, null, null, null, null, 100)))
                .containsExactly(anns.id());
        assertThat(page(new DeviceQuery("nobody", null, null, null, null, null, 100)))
                .isEmpty();
    }

    @Test
    void filtersByClientOfASessionOrOfARefreshChain() {
        Device laptop = signIn(realm, ann, "laptop", newId(), START);
        String session = newId();
        Device phone = signIn(realm, ann, "phone", session, START);
        arrive("tablet", START);
        transact(store ->
                store.chains().open(new Opening(realm, newId(), session, "second", TokenHash.of("x"), START, null)));
        assertThat(page(new DeviceQuery(null, "app", null, null, null, null, 100)))
                .containsExactlyInAnyOrder(laptop.id(), phone.id());
        assertThat(page(new DeviceQuery(null, "second", null, null, null, null, 100)))
                .containsExactly(phone.id());
        assertThat(page(new DeviceQuery(null, "third", null, null, null, null, 100)))
                .isEmpty();
    }

    @Test
    void filtersByAClientThatManyUse() {
        Device script = arrive("script", START).device();
        Device phone = arrive("phone", START).device();
        Device laptop = arrive("laptop", START).device();
        transact(store -> {
            for (int i = 0; i < 1_001; i++) {
                store.sessions().tie(session(newId(), script, "busy", START), START);
            }
            String other = newId();
            store.sessions().tie(session(other, phone, "other", START), START);
            store.chains().open(new Opening(realm, newId(), other, "busy", TokenHash.of("x"), START, null));
            store.sessions().tie(session(newId(), laptop, "other", START), START);
        });
        assertThat(page(new DeviceQuery(null, "busy", null, null, null, null, 100)))
                .isSorted()
                .containsExactlyInAnyOrder(script.id(), phone.id());
    }

    @Test
    void filtersByStateAndTime() {
        Device laptop = arrive("laptop", START).device();
        Device phone = arrive("phone", START.plusSeconds(10)).device();
        transact(store -> store.devices().signedOut(realm, laptop.id(), START));
        assertThat(page(new DeviceQuery(null, null, true, null, null, null, 100)))
                .containsExactly(laptop.id());
        assertThat(page(new DeviceQuery(null, null, false, null, null, null, 100)))
                .containsExactly(phone.id());
        Instant later = START.plusSeconds(10);
        assertThat(page(new DeviceQuery(null, null, null, later, null, null, 100)))
                .containsExactly(phone.id());
        assertThat(page(new DeviceQuery(null, null, null, null, later, null, 100)))
                .containsExactly(laptop.id());
        assertThat(page(new DeviceQuery(null, null, null, START, later, null, 100)))
                .containsExactly(laptop.id());
        assertThat(page(new DeviceQuery(ann, null, true, later, null, null, 100)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aPageOfNothingIsEmpty(int limit) {
        arrive("laptop", START);
        assertThat(page(new DeviceQuery(null, null, null, null, null, null, limit)))
                .isEmpty();
    }

    @Test
    void noPageIsEndless() {
        String[] ids = new String[1_001];
        transact(store -> Arrays.setAll(
                ids,
                i -> store.devices()
                        .arrive(
                                DeviceKey.of(realm, ann, "device-" + i),
                                new SignIn(realm, ann, FIREFOX, IP, SignInMethod.BROWSER, START))
                        .device()
                        .id()));
        assertThat(page(new DeviceQuery(null, null, null, null, null, null, 1_000_000_000)))
                .hasSize(1_000);
    }

    @Test
    void oddFiltersFindNothingAndDoNoHarm() {
        Device laptop = signIn(realm, ann, "laptop", newId(), START);
        for (String odd : ODD) {
            assertThat(page(new DeviceQuery(odd, null, null, null, null, null, 100)))
                    .isEmpty();
            assertThat(page(new DeviceQuery(null, odd, null, null, null, null, 100)))
                    .isEmpty();
            assertThat(page(new DeviceQuery(null, null, null, null, null, odd, 100)))
                    .isSubsetOf(laptop.id());
        }
        assertThat(page(ALL)).containsExactly(laptop.id());
    }

    private List<String> page(DeviceQuery query) {
        return inTransaction(store -> store.devices().page(realm, query)).stream()
                .map(Device::id)
                .toList();
    }
}
