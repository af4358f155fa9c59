package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Nothing is lost when a mail cannot be sent. With the outbox nobody notices; without it the page says so, the account is there,
 * and can ask again.
 */
class FailedMailIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm withoutOutbox = TestRealm.shipped()
            .with(definition -> definition.withObject("/attributes").put("keyward.mail.outbox", "off"));

    private final Person person = Person.ada();

    @Test
    void nobodyNoticesADeadMailServer() {
        Visitor visitor = new Visitor(realm);
        realm.mailbox().whileOffline(() -> {
            visitor.register(person);
            assertThat(visitor.page().status()).isEqualTo(200);
            assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
            assertThat(visitor.page().text()).doesNotContain("could not send the message");
        });

        visitor.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
    }

    @Test
    void whatIsStillInTheOutboxCountsAsSent() {
        Visitor visitor = new Visitor(realm);
        realm.mailbox().whileOffline(() -> {
            visitor.register(person);
            visitor.reload();
            assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
            assertThat(visitor.page().text()).doesNotContain("could not send the message");
        });
        visitor.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
    }

    @Test
    void withoutTheOutboxRegistrationSurvivesADeadMailServer() {
        Visitor visitor = new Visitor(withoutOutbox);
        withoutOutbox.mailbox().whileOffline(() -> visitor.register(person));

        assertThat(visitor.page().status()).isEqualTo(200);
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        assertThat(visitor.page().text()).contains("could not send the message");
        assertThat(withoutOutbox.admin().findUser(person.email())).isPresent();

        // A mail that never went does not count for the cool-down.
        visitor.resend();
        assertThat(visitor.page().text()).doesNotContain("could not send the message");
        visitor.enterCode(withoutOutbox.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void withoutTheOutboxAResendThatFailsSaysSoAndCanBeRepeated() {
        Visitor visitor = new Visitor(withoutOutbox);
        withoutOutbox.mailbox().whileOffline(() -> {
            visitor.register(person);
            visitor.resend();
        });
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        assertThat(visitor.page().text()).contains("could not send the message");

        visitor.resend();
        visitor.enterCode(withoutOutbox.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void withoutTheOutboxASignInLaterOffersTheMailAgain() {
        Visitor first = new Visitor(withoutOutbox);
        withoutOutbox.mailbox().whileOffline(() -> first.register(person));

        Visitor later = new Visitor(withoutOutbox);
        later.signIn(person.email(), person.password());
        assertThat(later.waits()).as(later.page().text()).isTrue();
        if (withoutOutbox.mailbox().count(person.email()) == 0) {
            later.resend();
        }
        later.enterCode(withoutOutbox.mailbox().next(person.email()).code());
        assertThat(later.signedIn()).as(later.page().text()).isTrue();
    }

    @Test
    void theOwnerOfAKnownAddressChangesNothingInWhatTheStrangerSees() {
        looksTheSame(realm, false);
        looksTheSame(withoutOutbox, true);
    }

    private void looksTheSame(TestRealm where, boolean toldOfTheFailure) {
        where.admin().createProvedUser(person);
        Visitor stranger = new Visitor(where);
        where.mailbox().whileOffline(() -> stranger.register(person.withPassword("Stranger-Danger-1")));
        Visitor unknown = new Visitor(where);
        where.mailbox().whileOffline(() -> unknown.register(Person.ada()));

        for (Visitor visitor : new Visitor[] {stranger, unknown}) {
            assertThat(visitor.page().text().contains("could not send the message"))
                    .as("says the same about the mail")
                    .isEqualTo(toldOfTheFailure);
        }
    }
}
