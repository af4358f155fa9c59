package io.keyward.mailoutbox.smtp;

import io.keyward.mailoutbox.CustomVariables;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailAddress;
import io.keyward.mailoutbox.MailBatch;
import io.keyward.mailoutbox.MailContent;
import io.keyward.mailoutbox.MailFailure;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/** Turns mails into letters. */
final class LetterWriter {

    private static final String UTF8 = StandardCharsets.UTF_8.name();
    private static final String[] NOT_WRITTEN = {"Bcc", "Content-Length"};

    private final MailBatch batch;
    private final SmtpSettings settings;

    LetterWriter(MailBatch batch) {
        this.batch = batch;
        this.settings = new SmtpSettings(batch.config());
    }

    /**
     * @return empty if the address cannot be written to this server
     * @throws Trouble if the realm's own addresses are none
     * @throws MessagingException if the message cannot be built
     */
    Optional<Letter> write(Mail mail) throws Trouble, MessagingException, IOException {
        Optional<String> to = MailAddress.of(mail.address(), settings.utf8());
        if (to.isEmpty()) {
            return Optional.empty();
        }
        String from = own(settings.from());
        String envelope = own(settings.envelopeFrom());
        String replyTo = settings.replyTo() == null ? null : own(settings.replyTo());
        boolean utf8 = !MailAddress.ascii(to.get() + from + envelope + replyTo);
        byte[] data = data(message(mail, to.get(), from, replyTo, utf8));
        return Optional.of(new Letter(mail.id(), envelope, to.get(), utf8, data));
    }

    private String own(String address) throws Trouble {
        return MailAddress.of(address, settings.utf8())
                .orElseThrow(() -> Trouble.server(MailFailure.CONFIGURATION, 0, null));
    }

    private MimeMessage message(Mail mail, String to, String from, String replyTo, boolean utf8)
            throws MessagingException, IOException {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", String.valueOf(utf8));
        // Without it the library looks up the name of this machine, and puts it into the mail.
        properties.setProperty("mail.from", from);
        MimeMessage message = new StableMessage(Session.getInstance(properties), mail.messageId());
        message.setFrom(mailbox(from, settings.fromName()));
        message.setReplyTo(new Address[] {
            replyTo == null ? mailbox(from, settings.fromName()) : mailbox(replyTo, settings.replyToName())
        });
        message.setHeader("To", to);
        message.setSubject(mail.content().subject(), UTF8);
        message.setSentDate(Date.from(mail.createdAt()));
        // RFC 3834: no out-of-office notice shall answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-MT-Category", mail.purpose());
        message.setHeader("X-MT-Custom-Variables", CustomVariables.of(batch, mail));
        message.setContent(body(mail.content()));
        message.saveChanges();
        return message;
    }

    private static InternetAddress mailbox(String address, String name) throws IOException {
        InternetAddress mailbox = new InternetAddress();
        mailbox.setAddress(address);
        if (name != null && !name.isBlank()) {
            // The library quotes a line end in a name but does not take it out.
            mailbox.setPersonal(name.replaceAll("\\p{Cntrl}", " ").strip(), UTF8);
        }
        return mailbox;
    }

    private static MimeMultipart body(MailContent content) throws MessagingException {
        MimeMultipart body = new MimeMultipart("alternative");
        if (content.text() != null || content.html() == null) {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(content.text() == null ? "" : content.text(), UTF8);
            body.addBodyPart(text);
        }
        if (content.html() != null) {
            MimeBodyPart html = new MimeBodyPart();
            html.setText(content.html(), UTF8, "html");
            body.addBodyPart(html);
        }
        return body;
    }

    private static byte[] data(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes, NOT_WRITTEN);
        return bytes.toByteArray();
    }

    /** Has the {@code Message-ID} of its row, which the library would replace by a new one each time. */
    private static final class StableMessage extends MimeMessage {

        private final String messageId;

        StableMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
