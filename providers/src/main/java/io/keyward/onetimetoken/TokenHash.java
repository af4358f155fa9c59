package io.keyward.onetimetoken;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A SHA-256 hash, 64 lower-case hexadecimal digits. A fast hash without salt is right for a secret of 256 random bits, which
 * nobody can guess (OWASP ASVS 5.0, 11.4.2 is about passwords). It protects nothing that can be guessed: a short code must be
 * mixed with something that is not stored next to it, see {@link CodeRequest}.
 *
 * @param value the 64 digits
 */
public record TokenHash(String value) {

    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException if the value is not 64 lower-case hexadecimal digits
     */
    public TokenHash {
        if (value == null || !FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("a SHA-256 hash has 64 lower-case hexadecimal digits");
        }
    }

    /** The hash of the UTF-8 bytes of the given text. */
    public static TokenHash of(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether two hashes are the same, in a time that does not depend on where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                Objects.requireNonNull(one).getBytes(StandardCharsets.UTF_8),
                Objects.requireNonNull(other).getBytes(StandardCharsets.UTF_8));
    }
}
