package io.keyward.mailoutbox.smtp;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailBatch;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailTransportProvider;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Takes a connection, sends what it can over it, and says what became of the rest. */
final class SmtpTransportProvider implements MailTransportProvider {

    private static final Logger LOG = Logger.getLogger(SmtpTransportProvider.class);

    /** Makes connections. */
    interface Door {

        /**
         * @throws Trouble if there is none to be had
         */
        SmtpConnection open(SmtpSettings settings) throws Trouble;
    }

    private final Door door;
    private final SmtpPool pool;

    SmtpTransportProvider(Door door, SmtpPool pool) {
        this.door = door;
        this.pool = pool;
    }

    @Override
    public void send(MailBatch batch, Consumer<Delivery> results) {
        Deque<Letter> letters = letters(batch, results);
        SmtpPool.Key key = new SmtpPool.Key(batch.realmId(), new SmtpSettings(batch.config()));
        try {
            while (!letters.isEmpty() && batch.mayStart().getAsBoolean()) {
                carry(key, letters, batch, results);
            }
        } catch (Trouble trouble) {
            Outcome outcome =
                    trouble.failure() == MailFailure.CONNECTION_LOST ? Outcome.DEFERRED : Outcome.SERVER_FAILED;
            results.accept(new Delivery(letters.remove().mailId(), outcome, trouble.failure(), trouble.replyCode()));
        }
        letters.forEach(letter -> results.accept(Delivery.notTried(letter.mailId())));
    }

    private Deque<Letter> letters(MailBatch batch, Consumer<Delivery> results) {
        LetterWriter writer = new LetterWriter(batch);
        Deque<Letter> letters = new ArrayDeque<>();
        for (Mail mail : batch.mails()) {
            try {
                Optional<Letter> letter = writer.write(mail);
                letter.ifPresentOrElse(
                        letters::add, () -> results.accept(refused(mail, Outcome.REFUSED, MailFailure.ADDRESS)));
            } catch (Trouble trouble) {
                results.accept(refused(mail, Outcome.SERVER_FAILED, trouble.failure()));
            } catch (MessagingException | IOException | RuntimeException e) {
                LOG.errorf(e, "Mail %s cannot be written", mail.id());
                results.accept(refused(mail, Outcome.REFUSED, MailFailure.CONTENT));
            }
        }
        return letters;
    }

    private static Delivery refused(Mail mail, Outcome outcome, MailFailure failure) {
        return new Delivery(mail.id(), outcome, failure, 0);
    }

    private void carry(SmtpPool.Key key, Deque<Letter> letters, MailBatch batch, Consumer<Delivery> results)
            throws Trouble {
        Optional<SmtpConnection> kept = pool.take(key);
        SmtpConnection connection = kept.isPresent() ? kept.get() : door.open(key.settings());
        int before = letters.size();
        try {
            connection.send(letters, batch.mayStart(), results);
            pool.give(key, connection);
        } catch (Trouble trouble) {
            SmtpPool.close(connection);
            boolean stale =
                    kept.isPresent() && letters.size() == before && trouble.connectionGone() && !trouble.handedOver();
            if (!stale) {
                throw trouble;
            }
            // The server closed it while it was idle: no reason to tell anybody.
        } catch (RuntimeException e) {
            SmtpPool.close(connection);
            throw e;
        }
    }

    @Override
    public void close() {}
}
