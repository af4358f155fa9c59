package io.keyward.mailoutbox.mailtrap;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailBatch;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailTransportProvider;
import io.keyward.mailoutbox.mailtrap.SendRequest.Mailbox;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/** One mail per request, one after the other, until the other side fails. */
final class MailtrapTransportProvider implements MailTransportProvider {

    private static final Logger LOG = Logger.getLogger(MailtrapTransportProvider.class);

    private final SendClient client;
    private final Optional<URI> url;
    private final UnaryOperator<String> vault;

    /**
     * @param url where to, empty if the realm's setting cannot be used
     * @param vault gives the secret for a reference to the vault, null if there is none, and any other text as it is
     */
    MailtrapTransportProvider(SendClient client, Optional<URI> url, UnaryOperator<String> vault) {
        this.client = client;
        this.url = url;
        this.vault = vault;
    }

    @Override
    public void send(MailBatch batch, Consumer<Delivery> results) {
        Sender sender = Sender.of(batch.config(), vault);
        Deque<Mail> mails = new ArrayDeque<>(batch.mails());
        while (!mails.isEmpty() && batch.mayStart().getAsBoolean()) {
            Delivery result = send(batch, sender, mails.remove());
            results.accept(result);
            if (result.outcome() == Outcome.SERVER_FAILED || result.failure() == MailFailure.CONNECTION_LOST) {
                break;
            }
        }
        mails.forEach(mail -> results.accept(Delivery.notTried(mail.id())));
    }

    private Delivery send(MailBatch batch, Sender sender, Mail mail) {
        Optional<Mailbox> to = Mailbox.of(mail.address(), null, sender.utf8());
        if (to.isEmpty()) {
            return failed(mail, Outcome.REFUSED, MailFailure.ADDRESS);
        }
        if (url.isEmpty() || !sender.usable()) {
            return failed(mail, Outcome.SERVER_FAILED, MailFailure.CONFIGURATION);
        }
        try {
            SendRequest request = SendRequest.of(batch, mail, sender.from(), sender.replyTo(), to.get());
            return client.post(url.get(), sender.token(), request).delivery(mail.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(mail, Outcome.DEFERRED, MailFailure.CONNECTION_LOST);
        } catch (TimeoutException e) {
            return failed(mail, Outcome.DEFERRED, MailFailure.CONNECTION_LOST);
        } catch (ExecutionException e) {
            LOG.debug("A mail could not be posted to Mailtrap", e);
            return broken(mail, e.getCause());
        } catch (IllegalArgumentException e) {
            return failed(mail, Outcome.SERVER_FAILED, MailFailure.CONFIGURATION);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Mail %s cannot be written", mail.id());
            return failed(mail, Outcome.REFUSED, MailFailure.CONTENT);
        }
    }

    /** Whether Mailtrap may have the mail decides: before there was a connection it cannot. */
    private static Delivery broken(Mail mail, Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof ConnectException
                    || t instanceof HttpConnectTimeoutException
                    || t instanceof UnresolvedAddressException) {
                return failed(mail, Outcome.SERVER_FAILED, MailFailure.CONNECTION);
            }
            if (t instanceof SSLException) {
                return failed(mail, Outcome.SERVER_FAILED, MailFailure.TLS);
            }
        }
        return failed(mail, Outcome.DEFERRED, MailFailure.CONNECTION_LOST);
    }

    private static Delivery failed(Mail mail, Outcome outcome, MailFailure failure) {
        return new Delivery(mail.id(), outcome, failure, 0);
    }

    @Override
    public void close() {}
}
