package io.keyward.devicesession;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DeviceSessionProvider} promises of things that go. A store of your own passes it, too. */
public abstract class DeviceRemovalContract extends StoreContract {

    private final String elsewhere = newId();
    private final String annsFirst = newId();
    private final String annsSecond = newId();
    private final String bobs = newId();
    private final String annsElsewhere = newId();
    private Device laptop;

    /** Every value that is stored, as text. */
    protected abstract List<String> everythingStored();

    @BeforeEach
    void peopleSignIn() {
        laptop = signIn(realm, ann, "laptop", annsFirst, START);
        signIn(realm, ann, "phone", annsSecond, START);
        signIn(realm, bob, "laptop", bobs, START);
        signIn(elsewhere, bob, "laptop", annsElsewhere, START);
        transact(store -> {
            store.devices().lockOwner(realm, ann);
            store.devices().lockOwner(realm, bob);
            store.devices().lockOwner(elsewhere, bob);
        });
    }

    @Test
    void aDeviceTakesItsSessionsAndChainsAlong() {
        transact(store -> store.devices().remove(realm, laptop.id()));
        assertThat(everythingStored()).doesNotContain(laptop.id(), annsFirst).contains(annsSecond, bobs);
        assertThat(arrive("laptop", START).fresh()).isTrue();
    }

    @Test
    void aUserTakesEverythingAlong() {
        transact(store -> store.removeUser(realm, ann));
        assertThat(everythingStored())
                .doesNotContain(ann, annsFirst, annsSecond)
                .contains(bob, bobs, annsElsewhere);
    }

    @Test
    void aUserOfAnotherRealmStays() {
        transact(store -> store.removeUser(elsewhere, ann));
        transact(store -> store.removeUser(elsewhere, bob));
        assertThat(everythingStored()).doesNotContain(elsewhere).contains(ann, bob, annsFirst, bobs);
    }

    @Test
    void aClientTakesItsChainsAlong() {
        transact(store -> store.removeClient(elsewhere, "other"));
        assertThat(chains(realm, annsFirst)).hasSize(1);
        transact(store -> store.removeClient(realm, "app"));
        assertThat(chains(realm, annsFirst)).isEmpty();
        assertThat(chains(realm, bobs)).isEmpty();
        assertThat(chains(elsewhere, annsElsewhere)).hasSize(1);
        assertThat(list(ann)).as("devices stay").hasSize(2);
        DeviceSession tied =
                inTransaction(store -> store.sessions().find(realm, annsFirst)).orElseThrow();
        assertThat(tied.clientId())
                .as("the history stays too, and names the client no more")
                .isNull();
    }

    @Test
    void aRealmTakesEverythingAlong() {
        transact(store -> store.removeRealm(realm));
        assertThat(everythingStored()).doesNotContain(realm, ann).contains(elsewhere, annsElsewhere);
    }

    private List<RefreshChain> chains(String realmId, String sessionId) {
        return inTransaction(store -> store.chains().ofSessions(realmId, List.of(sessionId)));
    }
}
