package io.keyward.it.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import io.keyward.it.mails.Management;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No form does less for some addresses than for others: as many hashes, and as many rows in as many tables. What that comes to in
 * time is measured elsewhere (benchmarks/load --timing); a clock would fail on a busy machine.
 */
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "PostgreSQL's image does not load the extension that counts statements")
class EqualWorkIT {

    private static final int TIMES = 3;
    private static final String STRANGERS_PASSWORD = "Stranger-Danger-1";

    /** With an algorithm that counts. The cost is low, for the sake of time. */
    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            .withRequiredAction("keyward-verify-email", "resend-cooldown", "0")
            .with(definition ->
                    definition.put("passwordPolicy", "length(15) and hashAlgorithm(bcrypt) and hashIterations(5)"))
            // The second failure at once locks an account.
            .with(definition -> definition
                    .put("bruteForceProtected", true)
                    .put("quickLoginCheckMilliSeconds", 60_000)
                    .put("minimumQuickLoginWaitSeconds", 900));

    /** Who is behind an address. */
    private enum Account {
        UNKNOWN,
        PROVED,
        UNPROVED,
        DISABLED,
        WITHOUT_PASSWORD,
        LOCKED;

        Person create() {
            Person person = Person.ada().withPassword("The-Owner-Chose-This-1");
            switch (this) {
                case UNKNOWN -> {
                    return person.withPassword(STRANGERS_PASSWORD);
                }
                case PROVED -> realm.admin().createProvedUser(person);
                case UNPROVED -> realm.admin().createUser(person, false);
                case DISABLED ->
                    realm.admin()
                            .changeUser(realm.admin().createProvedUser(person), user -> user.put("enabled", false));
                case WITHOUT_PASSWORD -> realm.admin().createUser(withoutPassword(person));
                case LOCKED -> lock(realm.admin().createProvedUser(person), person);
            }
            return person.withPassword(STRANGERS_PASSWORD);
        }

        /** Keycloak (26.7) books failures in a thread of its own, and does not count one that comes while it does. */
        private static void lock(String id, Person person) {
            await().untilAsserted(() -> {
                realm.direct().password(person.email(), "Not-The-Password-1");
                assertThat(realm.admin()
                                .get("/attack-detection/brute-force/users/" + id)
                                .get("disabled")
                                .asBoolean())
                        .as("is locked")
                        .isTrue();
            });
        }

        private static ObjectNode withoutPassword(Person person) {
            return Json.object()
                    .put("username", person.email())
                    .put("email", person.email())
                    .put("firstName", person.firstName())
                    .put("lastName", person.lastName())
                    .put("enabled", true);
        }
    }

    private Person person;

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsHashedOnceWhoeverItIs(Account account) {
        person = account.create();
        Visitor visitor = new Visitor(realm);
        visitor.openSignIn();
        assertThat(hashes(() -> submit(visitor, "Not-The-Password-1"))).isEqualTo(1);
        assertThat(visitor.page().text()).contains("Invalid username or password");
    }

    @ParameterizedTest
    @EnumSource
    void noPasswordIsHashedOnceWhoeverItIs(Account account) {
        person = account.create();
        Visitor visitor = new Visitor(realm);
        visitor.openSignIn();
        assertThat(hashes(() -> submit(visitor, ""))).isEqualTo(1);
        assertThat(visitor.page().text()).contains("Invalid username or password");
    }

    @ParameterizedTest
    @EnumSource
    void thePasswordGrantHashesOnceWhoeverItIs(Account account) {
        person = account.create();
        assertThat(hashes(() -> assertThat(realm.direct()
                                .password(person.email(), "Not-The-Password-1")
                                .error())
                        .isEqualTo("invalid_grant")))
                .isEqualTo(1);
    }

    @Test
    void theRightPasswordIsHashedOnce() {
        person = Account.PROVED.create().withPassword("The-Owner-Chose-This-1");
        Visitor visitor = new Visitor(realm);
        visitor.openSignIn();
        assertThat(hashes(() -> submit(visitor, person.password()))).isEqualTo(1);
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aRegistrationWritesAsMuchWhoeverItIs(Account account) {
        Map<String, Long> expected = inserts(Account.UNKNOWN);
        assertThat(inserts(account)).isEqualTo(expected);
        assertThat(expected)
                .containsEntry("user_entity", (long) TIMES)
                .containsEntry("credential", (long) TIMES)
                .containsEntry("keyward_mail", (long) TIMES)
                .containsEntry("keyward_one_time_token", (long) TIMES);
    }

    /** The owner is told once in a while only. That must not show either. */
    @Test
    void theSecondRegistrationOfAnAddressWritesAsMuchAsTheFirst() {
        Map<String, Long> expected = inserts(Account.UNKNOWN);
        Map<String, Long> again = new Statements(realm).inserts(() -> {
            for (int i = 0; i < TIMES; i++) {
                register(person);
            }
        });
        assertThat(again).isEqualTo(expected);
    }

    /** From an account that was just made, and from one that was not. */
    @ParameterizedTest
    @EnumSource
    void anotherAddressWritesAsMuchWhoseverItIs(Account account) {
        for (Account before : List.of(Account.UNKNOWN, Account.PROVED)) {
            Map<String, Long> expected = anotherAddress(before, Account.UNKNOWN);
            assertThat(anotherAddress(before, account)).as("after %s", before).isEqualTo(expected);
            assertThat(expected).containsEntry("keyward_mail", (long) TIMES).containsKey("event_entity");
        }
    }

    private Map<String, Long> anotherAddress(Account before, Account account) {
        List<Visitor> visitors = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Visitor visitor = register(before.create());
            visitor.wrongAddress();
            visitors.add(visitor);
            people.add(account.create());
        }
        return new Statements(realm).inserts(() -> {
            for (int i = 0; i < TIMES; i++) {
                visitors.get(i).changeAddress(people.get(i).email());
                assertThat(visitors.get(i).waits())
                        .as(visitors.get(i).page().text())
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRegistrationHashesOnceWhoeverItIs(Account account) {
        person = account.create();
        assertThat(hashes(() -> register(person))).isEqualTo(1);
    }

    /** None of the decoys stays. */
    @Test
    void nothingOfADecoyStays() {
        person = Account.PROVED.create();
        long users = realm.database().count("select count(*) from user_entity where realm_id = ?", realm.id());
        register(person);
        register(person);
        assertThat(realm.database().count("select count(*) from user_entity where realm_id = ?", realm.id()))
                .isEqualTo(users);
        realm.mailbox().next(person.email());
        assertThat(realm.database()
                        .count(
                                "select count(*) from keyward_mail where realm_id = ? and user_id not in (select id from"
                                        + " user_entity)",
                                realm.id()))
                .isZero();
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
    }

    /** "Wrong address?" can still make the account, with the password that the decoy had hashed. */
    @Test
    void thePasswordOfADecoyIsThatOfTheAccountThatIsMadeAfterAll() {
        person = Account.PROVED.create();
        Visitor visitor = register(person);
        visitor.wrongAddress();
        String other = "other." + person.email();
        visitor.changeAddress(other);
        visitor.enterCode(realm.mailbox().next(other).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertThat(realm.direct().password(other, STRANGERS_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theEventsTellAdminsWhatHappened() {
        person = Account.PROVED.create();
        realm.admin().clearEvents();
        register(person);
        assertThat(realm.admin().events("REGISTER_ERROR"))
                .singleElement()
                .satisfies(event -> assertThat(event.get("error").asText()).isEqualTo("email_in_use"))
                .satisfies(event -> assertThat(event.toString()).doesNotContain(person.email()));
        assertThat(realm.admin().events("SEND_VERIFY_EMAIL_ERROR"))
                .singleElement()
                .satisfies(event -> assertThat(event.get("error").asText()).isEqualTo("email_in_use"));
    }

    private Map<String, Long> inserts(Account account) {
        Person[] people = new Person[TIMES];
        for (int i = 0; i < TIMES; i++) {
            people[i] = account.create();
        }
        return new Statements(realm).inserts(() -> {
            for (Person one : people) {
                person = one;
                register(one);
            }
        });
    }

    private static Visitor register(Person person) {
        Visitor visitor = new Visitor(realm);
        visitor.register(person);
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        return visitor;
    }

    private void submit(Visitor visitor, String password) {
        visitor.browser()
                .submit(visitor.page().one("#kc-form-login"), Map.of("username", person.email(), "password", password));
    }

    private long hashes(Runnable happening) {
        Management management = new Management(realm);
        double before = management.metric("keyward_bcrypt_hash_time_seconds_count");
        happening.run();
        return Math.round(management.metric("keyward_bcrypt_hash_time_seconds_count") - before);
    }
}
