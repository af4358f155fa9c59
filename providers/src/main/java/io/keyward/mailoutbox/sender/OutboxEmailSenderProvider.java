package io.keyward.mailoutbox.sender;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailAddress;
import io.keyward.mailoutbox.MailBatch;
import io.keyward.mailoutbox.MailContent;
import io.keyward.mailoutbox.MailHints;
import io.keyward.mailoutbox.MailTransportProvider;
import io.keyward.mailoutbox.NoTransactionException;
import io.keyward.mailoutbox.OutboxFullException;
import io.keyward.mailoutbox.OutboxProvider;
import io.keyward.mailoutbox.OutgoingMail;
import io.keyward.mailoutbox.courier.RealmMail;
import io.keyward.tracing.Spans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes mail into the outbox. Sent at once, and answered truly, is what tests a connection, and what comes with other settings
 * than the realm's: settings hold passwords, so none are stored with a mail.
 */
final class OutboxEmailSenderProvider implements EmailSenderProvider {

    private static final Logger LOG = Logger.getLogger(OutboxEmailSenderProvider.class);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,190}");
    private static final String NO_HOST = "keyward.invalid";

    private final KeycloakSession session;
    private final EmailSenderProvider keycloaks;
    private final Runnable wake;

    /**
     * @param keycloaks Keycloak's own sender
     * @param wake tells the courier that there is mail
     */
    OutboxEmailSenderProvider(KeycloakSession session, EmailSenderProvider keycloaks, Runnable wake) {
        this.session = session;
        this.keycloaks = keycloaks;
        this.wake = wake;
    }

    @Override
    public void send(Map<String, String> config, UserModel user, String subject, String text, String html)
            throws EmailException {
        send(config, user.getId(), user.getEmail(), subject, text, html);
    }

    @Override
    public void send(Map<String, String> config, String address, String subject, String text, String html)
            throws EmailException {
        send(config, null, address, subject, text, html);
    }

    private void send(
            Map<String, String> config, String userId, String address, String subject, String text, String html)
            throws EmailException {
        MailHints hints = MailHints.take(session).orElse(MailHints.NONE);
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || !RealmMail.wanted(realm)) {
            keycloaks.send(config, address, subject, text, html);
            return;
        }
        validate(config);
        boolean utf8 = "true".equals(config.get(CONFIG_ALLOW_UTF8));
        if (MailAddress.of(address, utf8).isEmpty()) {
            throw new EmailException("There is no address that mail could be sent to. Addresses with letters outside of"
                    + " ASCII before the @ need the setting 'Allow UTF-8' and a server that takes them");
        }
        MailContent content = CleanText.content(subject, text, html);
        if (ConnectionTest.underWay(session) || !config.equals(realm.getSmtpConfig())) {
            sendNow(realm, config, address, content);
        } else {
            enqueue(realm, mail(realm, hints.about(userId), config, address, content));
        }
    }

    private static OutgoingMail mail(
            RealmModel realm, MailHints hints, Map<String, String> config, String address, MailContent content)
            throws EmailException {
        try {
            return new OutgoingMail(
                    realm.getId(),
                    hints.userId(),
                    hints.purpose(),
                    hints.urgency(),
                    hints.expiresAt(),
                    host(config),
                    address,
                    content);
        } catch (IllegalArgumentException e) {
            throw new EmailException("The mail cannot be sent: " + e.getMessage(), e);
        }
    }

    private void enqueue(RealmModel realm, OutgoingMail mail) throws EmailException {
        try {
            if (written(mail)) {
                wakeAfterCommit();
            } else {
                // Whoever sends after the transaction has ended gets one for the mail alone.
                KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(),
                        own -> own.getProvider(OutboxProvider.class).enqueue(mail));
                wake.run();
            }
        } catch (OutboxFullException e) {
            LOG.errorf("Mail (%s) of realm %s was refused: %s", mail.purpose(), realm.getName(), e.getMessage());
            throw new EmailException(e.getMessage(), e);
        }
    }

    private boolean written(OutgoingMail mail) {
        try {
            Spans.run(
                    session,
                    "keyward write mail",
                    () -> session.getProvider(OutboxProvider.class).enqueue(mail));
            return true;
        } catch (NoTransactionException e) {
            return false;
        }
    }

    private void wakeAfterCommit() {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                wake.run();
            }

            @Override
            protected void rollbackImpl() {
                // The mail went with everything else.
            }
        });
    }

    private void sendNow(RealmModel realm, Map<String, String> config, String address, MailContent content)
            throws EmailException {
        String id = UUID.randomUUID().toString();
        Mail mail = new Mail(
                id,
                "<" + id + "@" + host(config) + ">",
                "connection-test",
                address,
                content,
                Instant.ofEpochMilli(Time.currentTimeMillis()));
        MailTransportProvider transport = session.getProvider(MailTransportProvider.class, RealmMail.transport(realm));
        if (transport == null) {
            throw new EmailException("There is no mail transport '" + RealmMail.transport(realm) + "'");
        }
        List<Delivery> results = new ArrayList<>();
        transport.send(
                new MailBatch(realm.getId(), realm.getName(), MailBatch.settings(config), List.of(mail), () -> true),
                results::add);
        Delivery result = results.get(0);
        if (result.outcome() != Delivery.Outcome.SENT) {
            throw new EmailException(
                    "The mail could not be sent: " + result.failure().word()
                            + (result.replyCode() == 0 ? "" : ", the server answered " + result.replyCode()));
        }
    }

    /** The domain of the sender, as far as it can stand in a {@code Message-ID}. */
    private static String host(Map<String, String> config) {
        return MailAddress.of(config.get("from"), true)
                .map(from -> from.substring(from.lastIndexOf('@') + 1))
                .filter(domain -> HOST.matcher(domain).matches())
                .orElse(NO_HOST);
    }

    @Override
    public void validate(Map<String, String> config) throws EmailException {
        keycloaks.validate(config);
    }

    @Override
    public void close() {}
}
