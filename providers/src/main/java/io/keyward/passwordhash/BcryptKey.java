package io.keyward.passwordhash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What bcrypt is fed with: at most 72 bytes, a NUL at the end if there is room.
 */
final class BcryptKey {

    private static final int MOST_BYTES = 72;
    private static final String HMAC = "HmacSHA384";

    private final byte[] bytes;

    private BcryptKey(byte[] text) {
        // copyOf cuts at 72 or adds the NUL; the length is an int all the way, not a byte that wraps at 256.
        this.bytes = Arrays.copyOf(text, Math.min(text.length + 1, MOST_BYTES));
    }

    /** The password itself, whose bytes beyond the 72nd do not count: what other systems do. */
    static BcryptKey plain(PasswordBytes password) {
        return ofBytes(password.value());
    }

    /** For the published values, whose passwords are not all UTF-8. */
    static BcryptKey ofBytes(byte[] password) {
        return new BcryptKey(password);
    }

    /**
     * 64 characters that depend on every byte of the password, the recipe of OWASP's password storage cheat sheet: base64,
     * because a NUL in the digest itself would end the key in many an implementation.
     */
    static BcryptKey prehashed(PasswordBytes password, byte[] pepper) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(pepper, HMAC));
            String digest = Base64.getEncoder().encodeToString(mac.doFinal(password.value()));
            return new BcryptKey(digest.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keycloak's Java has " + HMAC, e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "BcryptKey[redacted]";
    }
}
