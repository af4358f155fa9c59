package io.keyward.passwordhash;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * A bcrypt hash in its usual form, {@code $2b$12$} and 53 more characters.
 *
 * <p>{@code $2a$}, {@code $2b$} and {@code $2y$} name one algorithm; the letters tell which faults of old implementations
 * are past. {@code $2x$} names hashes that were made with the sign extension fault of crypt_blowfish before 1.1, under which
 * very different passwords have the same hash; it is not read.
 */
final class BcryptHash {

    private static final int LENGTH = 60;
    private static final Pattern FORMAT =
            Pattern.compile("\\$2[aby]\\$(0[4-9]|[12][0-9]|3[01])\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
    private static final int SALT_BYTES = 16;
    /** The algorithm gives 24, the format holds 23. */
    private static final int DIGEST_BYTES = 23;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cost cost;
    private final byte[] salt;
    private final byte[] digest;

    private BcryptHash(Cost cost, byte[] salt, byte[] digest) {
        this.cost = cost;
        this.salt = salt;
        this.digest = digest;
    }

    /** Empty for anything but a hash of one of the three kinds; never throws. */
    static Optional<BcryptHash> parse(String text) {
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new BcryptHash(
                new Cost(Integer.parseInt(parts.group(1))),
                Radix64.decode(parts.group(2)),
                Radix64.decode(parts.group(3))));
    }

    /** A new hash with a new salt. */
    static BcryptHash of(BcryptKey key, Cost cost) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new BcryptHash(cost, salt, digest(key, salt, cost));
    }

    /** As much work as a hash of the given cost, for nothing. */
    static void waste(BcryptKey key, Cost cost) {
        digest(key, new byte[SALT_BYTES], cost);
    }

    /** In a time that does not depend on where the digests differ. */
    boolean matches(BcryptKey key) {
        return MessageDigest.isEqual(digest, digest(key, salt, cost));
    }

    Cost cost() {
        return cost;
    }

    /** As it is stored: always {@code $2b$}. */
    String text() {
        return "$2b$" + (cost.value() < 10 ? "0" : "") + cost.value() + "$" + Radix64.encode(salt)
                + Radix64.encode(digest);
    }

    private static byte[] digest(BcryptKey key, byte[] salt, Cost cost) {
        return Arrays.copyOf(BCrypt.generate(key.bytes(), salt, cost.value()), DIGEST_BYTES);
    }

    @Override
    public String toString() {
        return "BcryptHash[redacted]";
    }
}
