package io.keyward.mailoutbox.smtp;

import java.util.List;

/** One message as it came. */
public record Received(String from, String to, String data) {

    /** The address in the envelope. */
    public String address() {
        return to.replaceAll("(?i)RCPT TO:<([^>]*)>.*", "$1");
    }

    /** Everything before the first empty line, a folded header on one line. */
    public List<String> headers() {
        return List.of(
                data.split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ").split("\r\n"));
    }

    /** The first value of a header as it came, or an empty text. */
    public String header(String name) {
        return headers().stream()
                .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(header -> header.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
