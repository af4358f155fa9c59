package io.keyward.mailoutbox;

/**
 * What a mail says. It carries live links and codes, so {@link #toString()} shows nothing and a store keeps it encrypted.
 *
 * @param subject one line, without control characters
 * @param text the plain text, null if there is none
 * @param html the HTML, null if there is none
 */
public record MailContent(String subject, String text, String html) {

    @Override
    public String toString() {
        return "MailContent[redacted]";
    }
}
