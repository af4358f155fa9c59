package io.keyward.onetimetoken;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret itself, as it travels in a link: 256 bits of a secure random generator, base64url without padding (RFC 4648
 * section 5), always 43 characters. It exists in memory and in the link only; what is stored is its {@link #hash()}. Well
 * above what OWASP ASVS 5.0 asks (6.5.4: 20 bits; 7.2.3: 128 bits).
 *
 * <p>{@link #toString()} never shows the secret. Who needs it asks {@link #value()} in plain sight.
 */
public final class RawToken {

    private static final int BYTES = 32;
    private static final int LENGTH = 43;
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    private RawToken(String value) {
        this.value = value;
    }

    /**
     * Reads what somebody sent.
     *
     * @param text anything, also null
     * @return empty unless the text is exactly 43 characters of the base64url alphabet; never throws
     */
    public static Optional<RawToken> parse(String text) {
        // The length first: a text of any size costs nothing.
        if (text == null || text.length() != LENGTH || !FORMAT.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new RawToken(text));
    }

    static RawToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RawToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret, to be put into the link and nowhere else. */
    public String value() {
        return value;
    }

    /** What is stored in place of the secret. */
    public TokenHash hash() {
        // Of the text, not of the bytes it stands for: two spellings of the same bytes are two tokens.
        return TokenHash.of(value);
    }

    @Override
    public String toString() {
        return "RawToken[redacted]";
    }
}
