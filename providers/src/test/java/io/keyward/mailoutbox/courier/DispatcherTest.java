package io.keyward.mailoutbox.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The courier, step by step, on a real store. */
final class DispatcherTest extends DispatcherFixture {

    @Test
    void deliversWhatIsThere() {
        office.realm(realm, RateLimit.NONE, WORKS);
        List<String> mails = enqueue(realm, 50);
        dispatcher.step();
        assertThat(office.tried).containsExactlyInAnyOrderElementsOf(mails);
        assertThat(statuses(mails)).containsOnly(MailStatus.SENT);
        assertThat(registry.get("keyward.mail.sent").counter().count()).isEqualTo(50);
        assertThat(registry.get("keyward.mail.delivery").timer().count()).isEqualTo(50);
    }

    @Test
    void aTemporaryFailureIsRetriedLaterAndLater() {
        AtomicReference<Outcome> fate = new AtomicReference<>(Outcome.DEFERRED);
        office.realm(
                realm,
                RateLimit.NONE,
                mail -> fate.get() == Outcome.SENT
                        ? Delivery.sent(mail.id())
                        : new Delivery(mail.id(), fate.get(), MailFailure.RECIPIENT, 450));
        String mail = enqueue(realm, 1).get(0);
        for (int pause : new int[] {5, 10, 20, 40}) {
            dispatcher.step();
            MailRecord record = find(realm, mail);
            assertThat(record.status()).isEqualTo(MailStatus.RETRYING);
            assertThat(record.failure()).isEqualTo(MailFailure.RECIPIENT);
            assertThat(record.replyCode()).isEqualTo(450);
            assertThat(Duration.between(now(), record.dueAt()))
                    .isBetween(Duration.ofSeconds(pause - 3), Duration.ofSeconds(pause));
            pass(pause);
        }
        fate.set(Outcome.SENT);
        dispatcher.step();
        assertThat(find(realm, mail).status()).isEqualTo(MailStatus.SENT);
        assertThat(find(realm, mail).attempts()).isEqualTo(5);
    }

    @Test
    void isGivenUpAfterTwoDays() {
        office.realm(
                realm, RateLimit.NONE, mail -> new Delivery(mail.id(), Outcome.DEFERRED, MailFailure.RECIPIENT, 450));
        String mail = enqueue(realm, 1).get(0);
        for (int hour = 0; hour < 47; hour++) {
            pass(3_600 + 10);
            dispatcher.step();
            assertThat(find(realm, mail).status()).as("after %d hours", hour).isEqualTo(MailStatus.RETRYING);
        }
        pass(3_600 * 2);
        dispatcher.step();
        assertThat(find(realm, mail).status()).isEqualTo(MailStatus.FAILED);
        assertThat(registry.get("keyward.mail.failed").counter().count()).isEqualTo(1);
    }

    @Test
    void aRefusedMailFailsAtOnceAndAlone() {
        office.realm(realm, RateLimit.NONE, WORKS);
        List<String> mails = enqueue(realm, 3);
        office.realm(
                realm,
                RateLimit.NONE,
                mail -> mail.id().equals(mails.get(1))
                        ? new Delivery(mail.id(), Outcome.REFUSED, MailFailure.RECIPIENT, 550)
                        : Delivery.sent(mail.id()));
        dispatcher.step();
        assertThat(statuses(mails)).containsExactly(MailStatus.SENT, MailStatus.FAILED, MailStatus.SENT);
    }

    @Test
    void aMailThatBreaksTheTransportIsHeldBackAndTheOthersGo() {
        List<String> mails = enqueue(realm, 3);
        office.realm(realm, RateLimit.NONE, mail -> {
            if (mail.id().equals(mails.get(0))) {
                throw new IllegalStateException("poison");
            }
            return Delivery.sent(mail.id());
        });
        dispatcher.step();
        pass(6);
        dispatcher.step();
        pass(11);
        dispatcher.step();
        assertThat(find(realm, mails.get(0)).failure()).isEqualTo(MailFailure.UNEXPECTED);
        assertThat(statuses(mails)).contains(MailStatus.RETRYING).doesNotContain(MailStatus.SENDING);
    }

    @Test
    void whatExpiredIsNotSentWhateverTheServerDoes() {
        office.realm(realm, RateLimit.NONE, mail -> new Delivery(mail.id(), Outcome.SERVER_FAILED, MailFailure.TLS, 0));
        String mail = enqueue(realm, Urgency.URGENT, now().plusSeconds(30));
        dispatcher.step();
        assertThat(find(realm, mail).failure()).isEqualTo(MailFailure.TLS);
        pass(31);
        dispatcher.look();
        assertThat(find(realm, mail).status()).isEqualTo(MailStatus.EXPIRED);
        assertThat(registry.get("keyward.mail.expired").counter().count()).isEqualTo(1);
    }

    @Test
    void resultsSurviveADatabaseThatRestarts() {
        office.realm(realm, RateLimit.NONE, mail -> {
            office.failingTransactions = 2;
            return Delivery.sent(mail.id());
        });
        String mail = enqueue(realm, 1).get(0);
        dispatcher.step();
        assertThat(find(realm, mail).status()).isEqualTo(MailStatus.SENT);
        assertThat(office.tried).hasSize(1);
    }

    @Test
    void aRealmThatIsGoneHoldsUpNothing() {
        String gone = UUID.randomUUID().toString();
        enqueue(gone, Urgency.NORMAL, null);
        office.realm(realm, RateLimit.NONE, WORKS);
        List<String> mails = enqueue(realm, 1);
        dispatcher.step();
        assertThat(statuses(mails)).containsOnly(MailStatus.SENT);
        remove(gone);
    }

    @Test
    void stoppedItBeginsNothing() {
        office.realm(realm, RateLimit.NONE, WORKS);
        enqueue(realm, 1);
        dispatcher.stop();
        dispatcher.step();
        assertThat(office.tried).isEmpty();
    }
}
