package io.keyward.mailoutbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.keyward.mailoutbox.CustomVariables;
import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailBatch;
import io.keyward.mailoutbox.MailContent;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What arrives, at a mail server that others wrote. */
final class LetterTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Instant WRITTEN = Instant.ofEpochSecond(1_790_000_000);
    private static final SmtpPool POOL = new SmtpPool(Duration.ofSeconds(30), Instant::now);

    private final Map<String, String> config = new HashMap<>(Map.of(
            "host", "127.0.0.1",
            "port", "0",
            "from", "no-reply@example.org",
            "fromDisplayName", "Häuser & \"Söhne\"\r\nBcc: thief@example.org"));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        POOL.close();
        SERVER.stop();
    }

    @AfterEach
    void empty() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    @Test
    void hasTheHeadersOfItsKind() throws Exception {
        Mail mail = mail("ann@exämple.org", new MailContent("Grüße \uD83D\uDE00", "Hällo\n.\n..\nEnd", "<b>Hällo</b>"));
        send(mail);
        MimeMessage message = SERVER.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Grüße \uD83D\uDE00");
        assertThat(message.getHeader("Message-ID")).containsExactly(mail.messageId());
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate().toInstant()).isEqualTo(WRITTEN);
        assertThat(message.getHeader("To")).containsExactly("ann@xn--exmple-cua.org");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getFrom()[0].toString()).contains("no-reply@example.org");
        assertThat(message.getHeader("X-MT-Category")).containsExactly("password-reset");
        assertThat(message.getHeader("X-MT-Custom-Variables")[0])
                .isEqualTo("{\"realm\":\"R\\u00EBalm\",\"purpose\":\"password-reset\",\"outbox_id\":\"" + mail.id()
                        + "\"}");
        Multipart parts = (Multipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0)
                        .getContent()
                        .toString()
                        .replace("\r\n", "\n")
                        .strip())
                .isEqualTo("Hällo\n.\n..\nEnd");
        assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo("<b>Hällo</b>");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void theVariablesStayUnderTheLimitWhateverTheRealmIsCalled() {
        Mail mail = mail("ann@example.org", new MailContent("s", "t", null));
        for (String name :
                List.of("x".repeat(255), "ä".repeat(255), "\uD83D\uDE00".repeat(127), "\"\\\r\n".repeat(60))) {
            MailBatch batch = new MailBatch("realm-id", name, config, List.of(mail), () -> true);
            assertThat(CustomVariables.of(batch, mail))
                    .hasSizeLessThan(1_000)
                    .matches("[ -~]*")
                    .contains(mail.id());
        }
    }

    /** Text of every kind: each mail arrives, and nothing in it becomes a header. */
    @Test
    void nothingInAMailMakesAHeader() throws Exception {
        Random random = new Random(20_261_122);
        String[] pieces = {
            "\r\n",
            "\n",
            "\r",
            "\0",
            "\u2028",
            "\u0085",
            "Bcc: thief@example.org",
            ".",
            "=?utf-8?Q?",
            "?=",
            "ä",
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00",
            " ",
            "\t",
            "x".repeat(1_200),
            "<",
            "\"",
            "\u202e",
            "--"
        };
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            mails.add(mail(
                    "user" + i + "@example.org",
                    new MailContent(text(random, pieces), text(random, pieces), text(random, pieces))));
        }
        mails.add(mail(
                "big@example.org", new MailContent("x".repeat(100_000), "y".repeat(100_000), "\n".repeat(100_000))));
        List<Delivery> results = send(mails.toArray(Mail[]::new));
        assertThat(results).extracting(Delivery::outcome).containsOnly(Delivery.Outcome.SENT);
        assertThat(SERVER.getReceivedMessages()).hasSize(mails.size());
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getHeader("Subject")).hasSize(1);
            assertThat(message.getHeader("Message-ID")).hasSize(1);
            assertThat(message.getAllRecipients()).hasSize(1);
        }
    }

    private static String text(Random random, String[] pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private List<Delivery> send(Mail... mails) {
        config.put("port", String.valueOf(SERVER.getSmtp().getPort()));
        List<Delivery> results = new ArrayList<>();
        new SmtpTransportProvider(new PlainDoor(), POOL)
                .send(new MailBatch("realm-id", "Rëalm", config, List.of(mails), () -> true), results::add);
        return results;
    }

    private static Mail mail(String address, MailContent content) {
        String id = UUID.randomUUID().toString();
        return new Mail(id, "<" + id + "@example.org>", "password-reset", address, content, WRITTEN);
    }
}
