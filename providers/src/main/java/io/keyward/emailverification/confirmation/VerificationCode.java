package io.keyward.emailverification.confirmation;

import io.keyward.onetimetoken.TokenHash;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Eight random digits (26 bits; OWASP ASVS 5.0, 6.5.4 asks for 20), shown as {@code 1234 5678}.
 *
 * <p>What is stored is a hash together with a salt that lives only in the authentication session: eight digits alone could be
 * found from their hash in a dump of the database.
 */
final class VerificationCode {

    static final int LENGTH = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String digits;

    private VerificationCode(String digits) {
        this.digits = digits;
    }

    static VerificationCode random() {
        return new VerificationCode(String.format("%08d", RANDOM.nextInt(100_000_000)));
    }

    /** What somebody typed: blanks and hyphens do not matter, and anything else is simply a wrong code. */
    static VerificationCode typed(String text) {
        String cleaned = text == null ? "" : text.replaceAll("[\\s\\p{Z}-]", "");
        return new VerificationCode(cleaned.length() > LENGTH ? "too long" : cleaned);
    }

    static String newSalt() {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }

    String hash(String salt) {
        return TokenHash.of(salt + "|" + digits).value();
    }

    /** For the mail, and for nothing else. */
    String forMail() {
        return digits.substring(0, LENGTH / 2) + " " + digits.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "VerificationCode[redacted]";
    }
}
