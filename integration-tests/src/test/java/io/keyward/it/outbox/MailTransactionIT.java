package io.keyward.it.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mail shares the fate of what caused it. */
class MailTransactionIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            .with(definition -> definition.withArray("/eventsListeners").add("email"));

    private final Person person = Person.ada();

    /** The database refuses the commit, the last moment at which a transaction can fail. */
    @Test
    void aRolledBackRegistrationSendsNothing() {
        String refusing = "refusing_" + realm.name().replace('-', '_');
        realm.database()
                .update("create function " + refusing + "() returns trigger language plpgsql as"
                        + " 'begin raise exception ''the commit fails''; end'");
        realm.database()
                .update("create constraint trigger " + refusing + " after insert on keyward_mail deferrable initially"
                        + " deferred for each row when (new.realm_id = '" + realm.id() + "') execute function "
                        + refusing + "()");
        try {
            Visitor visitor = new Visitor(realm);
            visitor.register(person);
            assertThat(visitor.page().status()).as(visitor.page().text()).isGreaterThanOrEqualTo(500);
        } finally {
            realm.database().update("drop trigger " + refusing + " on keyward_mail");
            realm.database().update("drop function " + refusing + "()");
        }
        assertThat(realm.admin().findUser(person.email())).isEmpty();
        assertThat(new OutboxRows(realm.database(), realm.id()).strings("user_id", "purpose = 'keyward-verify-email'"))
                .isEmpty();

        Person other = Person.ada();
        new Visitor(realm).register(other);
        realm.mailbox().none(person.email(), other.email());

        // Who was turned away can come again.
        Visitor again = new Visitor(realm);
        again.register(person);
        again.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(again.signedIn()).as(again.page().text()).isTrue();
    }

    /** Keycloak's listener "email" sends when the transaction of the event has ended. */
    @Test
    void aMailThatIsSentAfterTheCommitArrivesAsWell() {
        realm.admin().createProvedUser(person);
        new Visitor(realm).signIn(person.email(), "Not-The-Password-1");
        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.caught().header("X-MT-Category")).isEqualTo("event-login-error");
        assertThat(mail.caught().header("Auto-Submitted")).isEqualTo("auto-generated");
    }
}
