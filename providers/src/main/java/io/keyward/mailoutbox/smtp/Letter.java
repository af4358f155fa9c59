package io.keyward.mailoutbox.smtp;

/**
 * A mail as it goes over the wire.
 *
 * @param mailId its row
 * @param from the envelope's sender
 * @param to the envelope's recipient
 * @param utf8 whether the server must know SMTPUTF8
 * @param data the message; line ends and dots are seen to when it is written
 */
record Letter(String mailId, String from, String to, boolean utf8, byte[] data) {

    @Override
    public String toString() {
        return "Letter[mailId=" + mailId + "]";
    }
}
