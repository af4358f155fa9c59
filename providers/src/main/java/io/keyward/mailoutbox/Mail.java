package io.keyward.mailoutbox;

import java.time.Instant;

/**
 * A mail as it is handed to a transport.
 *
 * @param id the id of its row
 * @param messageId its {@code Message-ID} with the angle brackets, the same at every attempt
 * @param purpose what it is for, a word such as {@code password-reset}
 * @param address where it goes: one address in the form in which the person gave it, without a display name
 * @param content what it says
 * @param createdAt when it was written, its {@code Date}
 */
public record Mail(
        String id, String messageId, String purpose, String address, MailContent content, Instant createdAt) {

    /** Without address and content, which must not reach a log. */
    @Override
    public String toString() {
        return "Mail[id=" + id + ", purpose=" + purpose + "]";
    }
}
