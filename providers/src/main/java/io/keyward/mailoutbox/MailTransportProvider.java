package io.keyward.mailoutbox;

import java.util.function.Consumer;
import org.keycloak.provider.Provider;

/**
 * One way in which mail leaves the house. Every implementation keeps these promises:
 *
 * <ul>
 *   <li><b>One result each.</b> {@link #send} reports every mail of the batch exactly once, as soon as its fate is known, and
 *       throws nothing: what went wrong is a result.
 *   <li><b>True.</b> {@link Delivery.Outcome#SENT} is reported only after the other side took responsibility. When it cannot be
 *       told whether it did, the mail is deferred: at least once.
 *   <li><b>Alone.</b> A mail that cannot be sent does not keep the others from being tried, unless the server is the cause.
 *   <li><b>Bounded.</b> Before each mail {@link MailBatch#mayStart} is asked, and one mail takes no more than a minute or
 *       two, whatever the server does.
 * </ul>
 *
 * <p>It is called outside any transaction, with the realm as that of the session's context, by several threads at once.
 */
public interface MailTransportProvider extends Provider {

    /**
     * Sends the mails in their order.
     *
     * @param results told the result of each, on the calling thread
     */
    void send(MailBatch batch, Consumer<Delivery> results);
}
