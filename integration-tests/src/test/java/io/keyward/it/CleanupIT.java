package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Database;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever goes takes their rows along. */
class CleanupIT {

    @RegisterExtension
    final TestRealm realm = TestRealm.shipped();

    private final Person waiting = Person.ada();
    private final Person proved = Person.ada();

    @Test
    void theTablesAreThere() {
        assertThat(realm.database().keywardTables())
                .contains("keyward_email_adoption", "keyward_email_proof", "keyward_one_time_token");
    }

    @Test
    void aRemovedUserLeavesNoRow() {
        Database database = realm.database();
        String waitingId = registered(waiting);
        String provedId = registeredAndProved(proved);
        assertThat(database.rowsOfUser(waitingId)).containsOnlyKeys("KEYWARD_MAIL", "KEYWARD_ONE_TIME_TOKEN");
        assertThat(database.rowsOfUser(provedId)).containsKeys("KEYWARD_ONE_TIME_TOKEN", "KEYWARD_EMAIL_PROOF");

        realm.admin().deleteUser(provedId);
        assertThat(database.rowsOfUser(provedId)).isEmpty();
        assertThat(database.rowsOfUser(waitingId)).as("those of others stay").isNotEmpty();
        realm.admin().deleteUser(waitingId);
        assertThat(database.rowsOfUser(waitingId)).isEmpty();
    }

    @Test
    void aRemovedClientLeavesNoRow() {
        registeredAndProved(proved);
        String uuid = realm.admin().clientUuid("test-app");
        realm.admin().deleteClient("test-app");
        assertThat(realm.database().rowsOfClient(uuid)).isEmpty();
        assertThat(realm.direct().password(proved.email(), proved.password()).status())
                .as("the proof is of the person, not of the client")
                .isEqualTo(200);
    }

    @Test
    void aRemovedRealmLeavesNoRow() {
        registered(waiting);
        registeredAndProved(proved);
        realm.admin().createUser(Person.ada(), true);
        Database database = realm.database();
        String realmId = realm.id();
        assertThat(database.rowsOfRealm(realmId)).containsKeys("KEYWARD_ONE_TIME_TOKEN", "KEYWARD_EMAIL_PROOF");

        realm.admin().delete("");

        assertThat(database.rowsOfRealm(realmId)).isEmpty();
    }

    @Test
    void anAddressIsFreeAgainAndItsProofIsNot() {
        registeredAndProved(proved);
        realm.admin().deleteUser(realm.admin().userId(proved.email()));

        Visitor again = new Visitor(realm);
        again.register(proved);
        assertThat(again.waits()).as(again.page().text()).isTrue();
        assertThat(TokenRows.proofMethods(realm, proved)).isEmpty();
    }

    private String registered(Person person) {
        new Visitor(realm).register(person);
        realm.mailbox().next(person.email());
        return realm.admin().userId(person.email());
    }

    private String registeredAndProved(Person person) {
        Visitor visitor = new Visitor(realm);
        visitor.register(person);
        visitor.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        return realm.admin().userId(person.email());
    }
}
