package io.keyward.mailoutbox.mailtrap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.keyward.mailoutbox.CustomVariables;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailAddress;
import io.keyward.mailoutbox.MailBatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code POST /api/send} takes. The API makes its own {@code Message-ID}, and says nothing of one that is given; ours goes
 * along under another name, and as the id of the row.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SendRequest(
        Mailbox from,
        List<Mailbox> to,
        @JsonProperty("reply_to") Mailbox replyTo,
        String subject,
        String text,
        String html,
        String category,
        Map<String, String> headers,
        @JsonProperty("custom_variables") Map<String, String> customVariables) {

    private static final String MESSAGE_ID = "X-Keyward-Message-ID";

    /** An address as the API takes it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mailbox(String email, String name) {

        /** Empty if it is no address, or one that this realm's settings do not allow. */
        static Optional<Mailbox> of(String address, String name, boolean utf8) {
            String shown =
                    name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
            return MailAddress.of(address, utf8).map(email -> new Mailbox(email, shown.isEmpty() ? null : shown));
        }

        /** Without the address, which must not reach a log. */
        @Override
        public String toString() {
            return "Mailbox[redacted]";
        }
    }

    static SendRequest of(MailBatch batch, Mail mail, Mailbox from, Mailbox replyTo, Mailbox to) {
        String text = blankToNull(mail.content().text());
        String html = blankToNull(mail.content().html());
        return new SendRequest(
                from,
                List.of(to),
                replyTo,
                mail.content().subject(),
                // One of the two has to be there, and none may be empty.
                text == null && html == null ? " " : text,
                html,
                mail.purpose(),
                Map.of("Auto-Submitted", "auto-generated", MESSAGE_ID, mail.messageId()),
                CustomVariables.values(batch, mail));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Without what the mail says. */
    @Override
    public String toString() {
        return "SendRequest[redacted]";
    }
}
