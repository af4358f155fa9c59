package io.keyward.mailoutbox.mailtrap;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The signing secrets of a realm's webhooks. Each webhook at Mailtrap has one; a realm may have several webhooks, and while a
 * secret is being replaced both the old and the new one.
 */
final class WebhookSecrets {

    /** Realm attribute: secrets, or references to the vault, with spaces between them. */
    static final String ATTRIBUTE = "keyward.mailtrap.webhook-secret";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_DIGITS = 64;

    private final List<byte[]> keys;

    WebhookSecrets(List<String> secrets) {
        this.keys = secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whether the realm takes news from Mailtrap. */
    static boolean wanted(RealmModel realm) {
        return texts(realm).findAny().isPresent();
    }

    /** Without those that the vault does not have. */
    static WebhookSecrets of(KeycloakSession session, RealmModel realm) {
        return new WebhookSecrets(texts(realm)
                .map(text -> Secrets.resolve(session, text))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Stream<String> texts(RealmModel realm) {
        String value = realm.getAttribute(ATTRIBUTE);
        return value == null
                ? Stream.empty()
                : Arrays.stream(value.split("\\s+")).filter(text -> !text.isEmpty());
    }

    boolean none() {
        return keys.isEmpty();
    }

    /**
     * Whether one of the secrets signed the body. How long it takes tells nothing about how far a wrong signature is right.
     *
     * @param signature as the header has it: HMAC-SHA-256 in hexadecimal; null if there is none
     */
    boolean signed(byte[] body, String signature) {
        if (signature == null || signature.length() != HEX_DIGITS) {
            return false;
        }
        byte[] given;
        try {
            given = HexFormat.of().parseHex(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean signed = false;
        for (byte[] key : keys) {
            signed |= MessageDigest.isEqual(hmac(key, body), given);
        }
        return signed;
    }

    private static byte[] hmac(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "WebhookSecrets[" + keys.size() + "]";
    }
}
