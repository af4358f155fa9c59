package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing is lost when a mail cannot be sent: the account is there and can ask again. */
class FailedMailIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private final Person person = Person.ada();

    @Test
    void registrationSurvivesADeadMailServer() {
        Visitor visitor = new Visitor(realm);
        realm.mailbox().whileOffline(() -> visitor.register(person));

        assertThat(visitor.page().status()).isEqualTo(200);
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        assertThat(visitor.page().text()).contains("could not send the message");
        assertThat(realm.admin().findUser(person.email())).isPresent();

        // A mail that never went does not count for the cool-down.
        visitor.resend();
        assertThat(visitor.page().text()).doesNotContain("could not send the message");
        visitor.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void aResendThatFailsSaysSoAndCanBeRepeated() {
        Visitor visitor = new Visitor(realm);
        realm.mailbox().whileOffline(() -> {
            visitor.register(person);
            visitor.resend();
        });
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        assertThat(visitor.page().text()).contains("could not send the message");

        visitor.resend();
        visitor.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void aSignInLaterOffersTheMailAgain() {
        Visitor first = new Visitor(realm);
        realm.mailbox().whileOffline(() -> first.register(person));

        Visitor later = new Visitor(realm);
        later.signIn(person.email(), person.password());
        assertThat(later.waits()).as(later.page().text()).isTrue();
        if (realm.mailbox().count(person.email()) == 0) {
            later.resend();
        }
        later.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(later.signedIn()).as(later.page().text()).isTrue();
    }

    @Test
    void theOwnerOfAKnownAddressChangesNothingInWhatTheStrangerSees() {
        realm.admin().createProvedUser(person);
        Visitor stranger = new Visitor(realm);
        realm.mailbox().whileOffline(() -> stranger.register(person.withPassword("Stranger-Danger-1")));
        Visitor unknown = new Visitor(realm);
        realm.mailbox().whileOffline(() -> unknown.register(Person.ada()));

        assertThat(stranger.page().text().contains("could not send the message"))
                .as("says the same about the mail")
                .isEqualTo(unknown.page().text().contains("could not send the message"));
    }
}
