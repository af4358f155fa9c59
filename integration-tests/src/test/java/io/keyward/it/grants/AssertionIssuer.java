package io.keyward.it.grants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.RealmAdmin;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** An authority outside Keycloak that says by signed assertion who a person is (RFC 7523). */
final class AssertionIssuer {

    static final String ALIAS = "assertions";

    private static final String NAME = "https://issuer.example";

    private final KeyPair key = newKey();

    /** Makes the realm trust this issuer. */
    void install(RealmAdmin admin) {
        ObjectNode provider = Json.object().put("alias", ALIAS).put("providerId", "jwt-authorization-grant");
        provider.putObject("config")
                .put("issuer", NAME)
                .put("jwtAuthorizationGrantEnabled", "true")
                .put("useJwksUrl", "false")
                .put("publicKeySignatureVerifier", jwks());
        admin.post("/identity-provider/instances", provider);
    }

    /** Makes the account known under its own id at this issuer. */
    void link(RealmAdmin admin, Account account) {
        admin.send(
                        "POST",
                        "/users/" + account.id() + "/federated-identity/" + ALIAS,
                        Json.object().put("userId", account.id()).put("userName", account.username()))
                .ok();
    }

    String assertion(Account account, String audience) {
        long now = Instant.now().getEpochSecond();
        String header = Json.object().put("alg", "RS256").put("kid", "k").toString();
        String claims = Json.object()
                .put("iss", NAME)
                .put("sub", account.id())
                .put("aud", audience)
                .put("iat", now)
                .put("exp", now + 60)
                .put("jti", UUID.randomUUID().toString())
                .toString();
        String content =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return content + "." + base64(sign(content));
    }

    private byte[] sign(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String jwks() {
        RSAPublicKey publicKey = (RSAPublicKey) key.getPublic();
        ObjectNode jwks = Json.object();
        jwks.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", "k")
                .put("n", base64(unsigned(publicKey.getModulus())))
                .put("e", base64(unsigned(publicKey.getPublicExponent())));
        return jwks.toString();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
