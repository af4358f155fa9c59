package io.keyward.mailoutbox;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A mail to be sent.
 *
 * @param realmId id (not name) of the realm, at most 36 characters
 * @param userId the user it concerns, with whom it is removed; null if it is nobody's; at most 255 characters
 * @param purpose what it is for: 1 to 64 lower-case letters, digits and hyphens
 * @param urgency which goes first
 * @param expiresAt from when on it is of no use, null if it always is
 * @param messageHost the right side of its {@code Message-ID}: 1 to 190 letters, digits, dots and hyphens
 * @param address where it goes, at most 320 characters, none of them a control character or half of a surrogate pair
 * @param content what it says
 */
public record OutgoingMail(
        String realmId,
        String userId,
        String purpose,
        Urgency urgency,
        Instant expiresAt,
        String messageHost,
        String address,
        MailContent content) {

    /** 64 for the local part, one for the sign, 255 for the domain. */
    public static final int LONGEST_ADDRESS = 320;

    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,190}");

    /**
     * @throws IllegalArgumentException if a value does not keep its limits
     */
    public OutgoingMail {
        text("realm id", realmId, 36);
        text("address", address, LONGEST_ADDRESS);
        Objects.requireNonNull(urgency, "urgency");
        Objects.requireNonNull(content, "content");
        if (userId != null) {
            text("user id", userId, 255);
        }
        if (purpose == null || !PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("a purpose is 1 to 64 lower-case letters, digits and hyphens");
        }
        if (messageHost == null || !HOST.matcher(messageHost).matches()) {
            throw new IllegalArgumentException("a message host is 1 to 190 letters, digits, dots and hyphens");
        }
    }

    private static void text(String what, String value, int max) {
        Objects.requireNonNull(value, what);
        if (value.isBlank() || value.length() > max || value.codePoints().anyMatch(OutgoingMail::forbidden)) {
            throw new IllegalArgumentException(
                    "the " + what + " must have 1 to " + max + " characters, none of them a control character");
        }
    }

    /** Whole surrogate pairs are one code point outside of this range. */
    private static boolean forbidden(int point) {
        return Character.isISOControl(point) || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** Without address and content, which must not reach a log. */
    @Override
    public String toString() {
        return "OutgoingMail[realmId=" + realmId + ", userId=" + userId + ", purpose=" + purpose + "]";
    }
}
