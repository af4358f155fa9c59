package io.keyward.mailoutbox.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM under a data key that HKDF (RFC 5869, SHA-256) makes of a secret of the realm: the realm's own key is
 * used for nothing but to derive. Nonces are random, 96 bits; row, realm and part are associated data.
 *
 * <p>Stored form: base64 of one version byte, nonce, ciphertext and tag.
 */
public final class SealKey {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String realmId;
    private final String kid;
    private final SecretKeySpec dataKey;

    private SealKey(String realmId, String kid, SecretKeySpec dataKey) {
        this.realmId = realmId;
        this.kid = kid;
        this.dataKey = dataKey;
    }

    /**
     * @param kid names the secret
     * @param secret of at least 128 bits
     */
    public static SealKey derive(String realmId, String kid, byte[] secret) {
        try {
            byte[] prk = hmac(utf8(realmId), secret);
            // One block of expansion is as long as the key.
            byte[] okm = hmac(prk, utf8("keyward mail outbox aes-256-gcm\u0001"));
            return new SealKey(realmId, kid, new SecretKeySpec(okm, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keycloak's Java has " + HMAC, e);
        }
    }

    public String kid() {
        return kid;
    }

    public String seal(String mailId, Part part, String text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, mailId, part).doFinal(utf8(text));
            byte[] stored = new byte[1 + NONCE + sealed.length];
            stored[0] = VERSION;
            System.arraycopy(nonce, 0, stored, 1, NONCE);
            System.arraycopy(sealed, 0, stored, 1 + NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(stored);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keycloak's Java has AES-GCM", e);
        }
    }

    /**
     * @throws UnreadableException if it was not sealed with this key, for this row and part
     */
    public String open(String mailId, Part part, String stored) throws UnreadableException {
        try {
            byte[] bytes = Base64.getDecoder().decode(stored);
            if (bytes.length < 1 + NONCE || bytes[0] != VERSION) {
                throw new GeneralSecurityException("not of version " + VERSION);
            }
            byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, mailId, part)
                    .doFinal(bytes, 1 + NONCE, bytes.length - 1 - NONCE);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String mailId, Part part) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, dataKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(utf8(String.join("\n", "keyward-mail", realmId, mailId, part.word())));
        return cipher;
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac.doFinal(data);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SealKey[kid=" + kid + "]";
    }
}
