package io.keyward.mailoutbox.smtp;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.MailFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection that carries one mail after the other. Connecting, encryption and authentication are those of Angus Mail, so
 * that Keycloak's authenticators can be used; the dialogue per mail is our own. Where the server offers PIPELINING (RFC 2920) the
 * commands of the next mail follow the final dot of this one without waiting: one round trip per mail in place of four.
 */
final class SmtpConnection extends SMTPTransport {

    /** Mailtrap ends a connection after a hundred messages. */
    private static final int MOST_LETTERS = 100;

    /** The answer to {@code DATA}. */
    private static final int GO_ON = 354;

    private int carried;
    private boolean announced;
    private boolean encrypting;

    SmtpConnection(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Whether it has carried as many as one connection may. */
    synchronized boolean worn() {
        return carried >= MOST_LETTERS;
    }

    /** Whether encryption is the last thing that was asked for: what went wrong then went wrong with that. */
    boolean encrypting() {
        return encrypting;
    }

    /**
     * Sends letters until none is left, none may start, or the connection is worn. What has a result is taken from the queue.
     *
     * @throws Trouble if the connection cannot be used any more; then the first in the queue is the letter that met it
     */
    synchronized void send(Deque<Letter> letters, BooleanSupplier mayStart, Consumer<Delivery> results) throws Trouble {
        boolean written = false;
        while (!letters.isEmpty() && (written || (!worn() && mayStart.getAsBoolean()))) {
            Letter letter = letters.peek();
            if (!possible(letter)) {
                letters.remove();
                results.accept(new Delivery(letter.mailId(), Delivery.Outcome.REFUSED, MailFailure.ADDRESS, 0));
                continue;
            }
            carried++;
            Opening opening = written ? Opening.read(this::reply) : open(letter);
            written = false;
            if (opening.refused()) {
                leave(opening);
                settle(letters, results, opening.stage(), opening.refusal());
                continue;
            }
            Letter next = pipelines() ? next(letters, mayStart) : null;
            Reply end = hand(letter, next);
            written = next != null;
            settle(letters, results, Stage.END, end);
        }
    }

    private boolean possible(Letter letter) {
        return !letter.utf8() || supportsExtension("SMTPUTF8");
    }

    private boolean pipelines() {
        return supportsExtension("PIPELINING");
    }

    /** The letter after the first one, if its commands can follow at once. */
    private Letter next(Deque<Letter> letters, BooleanSupplier mayStart) {
        Letter next = letters.stream().skip(1).findFirst().orElse(null);
        return next != null && !worn() && possible(next) && mayStart.getAsBoolean() ? next : null;
    }

    private Opening open(Letter letter) throws Trouble {
        if (pipelines()) {
            announce(letter);
            return Opening.read(this::reply);
        }
        Opening opening = Opening.NONE;
        for (String command : commands(letter)) {
            if (!opening.refused()) {
                write(command);
                opening = opening.then(reply());
            }
        }
        return opening;
    }

    private void announce(Letter letter) throws Trouble {
        for (String command : commands(letter)) {
            write(command);
        }
    }

    /** Back to where the next letter can begin. */
    private void leave(Opening opening) throws Trouble {
        if (opening.awaitsMessage()) {
            // The server waits for a message that has nowhere to go.
            write(".");
            reply();
        }
        write("RSET");
        reply();
    }

    /** Writes the message, its final dot and the commands of the next letter, and reads what becomes of the message. */
    private Reply hand(Letter letter, Letter next) throws Trouble {
        try {
            SMTPOutputStream wire = wire();
            wire.write(letter.data());
            wire.ensureAtBOL();
            sendCommand(".");
            if (next != null) {
                announce(next);
            }
            return checked(readServerResponse(), true);
        } catch (MessagingException | IOException e) {
            throw Trouble.lost(true, e);
        }
    }

    /** The library opens the way for a message only by a {@code DATA} of its own, which was said and answered already. */
    private SMTPOutputStream wire() throws MessagingException {
        announced = true;
        try {
            return (SMTPOutputStream) data();
        } finally {
            announced = false;
        }
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        if (!announced) {
            encrypting = command.equals("STARTTLS");
            super.sendCommand(command);
        }
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        return announced ? GO_ON : super.readServerResponse();
    }

    private void settle(Deque<Letter> letters, Consumer<Delivery> results, Stage stage, Reply reply) throws Trouble {
        if (!reply.positive() && reply.aboutServer(stage)) {
            throw Trouble.server(reply.failure(stage), reply.code(), null);
        }
        results.accept(reply.delivery(letters.remove().mailId(), stage));
    }

    private static List<String> commands(Letter letter) {
        return List.of(
                "MAIL FROM:<" + letter.from() + ">" + (letter.utf8() ? " SMTPUTF8" : ""),
                "RCPT TO:<" + letter.to() + ">",
                "DATA");
    }

    private void write(String command) throws Trouble {
        try {
            sendCommand(command);
        } catch (MessagingException e) {
            throw Trouble.lost(false, e);
        }
    }

    private Reply reply() throws Trouble {
        try {
            return checked(readServerResponse(), false);
        } catch (MessagingException e) {
            throw Trouble.lost(false, e);
        }
    }

    private Reply checked(int code, boolean handedOver) throws Trouble {
        Reply reply = new Reply(code, getLastServerResponse());
        if (reply.none()) {
            throw Trouble.lost(handedOver, null);
        }
        return reply;
    }
}
