package io.keyward.benchmarks.load;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password hashed with one iteration, as Keycloak stores it. No protection at all.
 *
 * @param secretData the JSON text with value and salt
 * @param credentialData the JSON text with the algorithm
 */
record CheapHash(String secretData, String credentialData) {

    /** The password policy under which Keycloak is content with such a hash and does not replace it at sign-in. */
    static final String POLICY = "hashAlgorithm(pbkdf2-sha512) and hashIterations(1)";

    static CheapHash of(String password) {
        byte[] salt = new byte[16];
        try {
            byte[] value = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 1, 512))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return new CheapHash(
                    "{\"value\":\"%s\",\"salt\":\"%s\"}"
                            .formatted(base64.encodeToString(value), base64.encodeToString(salt)),
                    "{\"hashIterations\":1,\"algorithm\":\"pbkdf2-sha512\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
