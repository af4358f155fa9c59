package io.keyward.mailoutbox.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.MailBatch;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailHints;
import io.keyward.mailoutbox.MailTransportProvider;
import io.keyward.mailoutbox.NoTransactionException;
import io.keyward.mailoutbox.OutboxFullException;
import io.keyward.mailoutbox.OutboxProvider;
import io.keyward.mailoutbox.OutgoingMail;
import io.keyward.mailoutbox.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.UserModel;

final class OutboxEmailSenderProviderTest {

    private static final String ADDRESS = "ann@example.org";

    private final List<OutgoingMail> queued = new ArrayList<>();
    private final List<OutgoingMail> queuedApart = new ArrayList<>();
    private final List<String> sentByKeycloak = new ArrayList<>();
    private final List<String> sentAtOnce = new ArrayList<>();
    private final AtomicInteger woken = new AtomicInteger();
    private RuntimeException refusal;
    private Delivery.Outcome outcome = Delivery.Outcome.SENT;

    private final FakeSession fake =
            new FakeSession().with(OutboxProvider.class, outbox(queued)).with(MailTransportProvider.class, transport());
    private final KeycloakSession session = fake.session();
    private final OutboxEmailSenderProvider sender =
            new OutboxEmailSenderProvider(session, keycloaks(), woken::incrementAndGet);

    private OutboxProvider outbox(List<OutgoingMail> store) {
        return FakeSession.answering(OutboxProvider.class, (method, args) -> {
            if (refusal != null && store == queued) {
                throw refusal;
            }
            store.add((OutgoingMail) args[0]);
            return "id";
        });
    }

    private MailTransportProvider transport() {
        return FakeSession.answering(MailTransportProvider.class, (method, args) -> {
            MailBatch batch = (MailBatch) args[0];
            batch.mails().forEach(mail -> {
                sentAtOnce.add(mail.address());
                tell(args[1], new Delivery(mail.id(), outcome, MailFailure.AUTHENTICATION, 535));
            });
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private static void tell(Object results, Delivery delivery) {
        ((Consumer<Delivery>) results).accept(delivery);
    }

    private EmailSenderProvider keycloaks() {
        return FakeSession.answering(EmailSenderProvider.class, (method, args) -> {
            if (method.equals("send")) {
                sentByKeycloak.add((String) args[1]);
            }
            return null;
        });
    }

    private void send(String address) throws EmailException {
        sender.send(fake.smtp, address, "subject", "text", "<p>html</p>");
    }

    @Test
    void aMailIsWrittenInTheSendersTransactionAndTheCourierWokenAfterIt() throws EmailException {
        send(ADDRESS);
        assertThat(queued).extracting(OutgoingMail::address).containsExactly(ADDRESS);
        assertThat(fake.made).as("sessions of its own").isEmpty();
        assertThat(woken).hasValue(0);
        KeycloakTransaction end = fake.afterCompletion.get(0);
        end.begin();
        end.commit();
        assertThat(woken).hasValue(1);
    }

    @Test
    void afterARollbackNobodyIsWoken() throws EmailException {
        send(ADDRESS);
        KeycloakTransaction end = fake.afterCompletion.get(0);
        end.begin();
        end.rollback();
        assertThat(woken).hasValue(0);
    }

    /** What listeners of Keycloak's events send when the session has committed. */
    @Test
    void afterTheCommitAMailGetsATransactionOfItsOwn() throws EmailException {
        refusal = new NoTransactionException();
        fake.providersOfNew.put(OutboxProvider.class, outbox(queuedApart));
        new MailHints("own", Urgency.URGENT, null).set(session);
        send(ADDRESS);
        assertThat(queuedApart).extracting(OutgoingMail::purpose).containsExactly("own");
        assertThat(fake.made).singleElement().satisfies(own -> {
            assertThat(own.closed).as("committed").isTrue();
            assertThat(own.rollbackOnly).isFalse();
        });
        assertThat(woken).as("at once, since it is committed").hasValue(1);
        assertThat(fake.afterCompletion).isEmpty();
    }

    @Test
    void aFullOutboxIsWhatKeycloakKnowsAsAMailThatFailed() {
        refusal = new OutboxFullException("full");
        assertThatExceptionOfType(EmailException.class)
                .isThrownBy(() -> send(ADDRESS))
                .withMessage("full");
        assertThat(fake.afterCompletion).isEmpty();
    }

    @Test
    void hintsAreOfOneMail() throws EmailException {
        new MailHints("own", Urgency.URGENT, null).set(session);
        send(ADDRESS);
        send(ADDRESS);
        assertThat(queued).extracting(OutgoingMail::purpose).containsExactly("own", "other");
        assertThat(queued).extracting(OutgoingMail::urgency).containsExactly(Urgency.URGENT, Urgency.NORMAL);
    }

    @Test
    void aMailBelongsToItsUser() throws EmailException {
        UserModel ann = FakeSession.answering(
                UserModel.class, (method, args) -> method.equals("getEmail") ? ADDRESS : "user-id");
        sender.send(fake.smtp, ann, "subject", "text", null);
        assertThat(queued).extracting(OutgoingMail::userId).containsExactly("user-id");
    }

    @Test
    void aSubjectIsCleanedBeforeItIsStored() throws EmailException {
        sender.send(fake.smtp, ADDRESS, "a\r\nBcc: evil@example.org\0\uD800", "t\0", null);
        assertThat(queued.get(0).content().subject()).isEqualTo("a  Bcc: evil@example.org \uFFFD");
        assertThat(queued.get(0).content().text()).isEqualTo("t");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "ann", "ann@example.org\r\nBcc: x@example.org", "a\0@example.org", "\uD800@example.org"})
    void whatIsNoAddressIsRefusedAtOnce(String address) {
        assertThatExceptionOfType(EmailException.class).isThrownBy(() -> send(address));
        assertThatExceptionOfType(EmailException.class)
                .isThrownBy(() -> send("x".repeat(100_000) + "@example.org"))
                .withMessageNotContaining("xxx");
        assertThat(queued).isEmpty();
    }

    @Test
    void theMessageIdIsOfTheSendersDomainOrOfNone() throws EmailException {
        for (String from : List.of("a@exämple.org", "nonsense", "a@[127.0.0.1]")) {
            fake.smtp.put("from", from);
            send(ADDRESS);
        }
        assertThat(queued)
                .extracting(OutgoingMail::messageHost)
                .containsExactly("xn--exmple-cua.org", "keyward.invalid", "keyward.invalid");
    }

    @Test
    void settingsThatAreNotTheRealmsAreUsedAtOnceAndNotStored() throws EmailException {
        Map<String, String> others = new HashMap<>(fake.smtp);
        others.put("host", "other");
        sender.send(others, ADDRESS, "subject", "text", null);
        assertThat(sentAtOnce).containsExactly(ADDRESS);
        assertThat(queued).isEmpty();
    }

    @Test
    void theTestOfAConnectionIsAnsweredTruly() throws EmailException {
        ConnectionTest.begin(session);
        send(ADDRESS);
        outcome = Delivery.Outcome.SERVER_FAILED;
        assertThatExceptionOfType(EmailException.class)
                .isThrownBy(() -> send(ADDRESS))
                .withMessageContainingAll("authentication", "535")
                .withMessageNotContaining(ADDRESS);
        assertThat(sentAtOnce).hasSize(2);
        assertThat(queued).isEmpty();
    }

    @Test
    void aRealmThatDoesNotWantTheOutboxGetsKeycloaksSender() throws EmailException {
        fake.realmAttributes.put("keyward.mail.outbox", "off");
        send(ADDRESS);
        assertThat(sentByKeycloak).containsExactly(ADDRESS);
        assertThat(queued).isEmpty();
    }
}
