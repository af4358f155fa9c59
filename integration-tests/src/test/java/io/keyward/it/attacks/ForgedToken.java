package io.keyward.it.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TokenAnswer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes of a good token one that nobody may take. */
final class ForgedToken {

    private static final KeyPair ATTACKERS = keys();

    private final ObjectNode header;
    private final ObjectNode claims;
    private final String signature;

    ForgedToken(String good) {
        String[] parts = good.split("\\.");
        this.header =
                (ObjectNode) Json.read(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
        this.claims = (ObjectNode) TokenAnswer.claims(good);
        this.signature = parts[2];
    }

    /** Other claims under the signature of the good token. */
    String withOtherClaims(Consumer<ObjectNode> change) {
        change.accept(claims);
        return signed(text -> signature);
    }

    /** {@code alg}: none, in a spelling. */
    String unsigned(String algorithm) {
        header.put("alg", algorithm);
        return signed(text -> "");
    }

    /** Signed by a key of the attacker's own that calls itself the realm's. */
    String byAnotherKey() {
        header.put("alg", "RS256");
        return signed(ForgedToken::attackersSignature);
    }

    /** The header says where the key is, or what it is. */
    String byAKeyOfTheHeader(String member, String address) {
        header.put("alg", "RS256");
        if (member.equals("jwk")) {
            RSAPublicKey key = (RSAPublicKey) ATTACKERS.getPublic();
            header.putObject("jwk")
                    .put("kty", "RSA")
                    .put("n", base64(key.getModulus().toByteArray()))
                    .put("e", base64(key.getPublicExponent().toByteArray()));
        } else {
            header.put(member, address);
        }
        return signed(ForgedToken::attackersSignature);
    }

    /** The realm's public key taken for the secret of an HMAC. */
    String byThePublicKeyAsSecret(byte[] publicKey) {
        header.put("alg", "HS256");
        return signed(text -> hmac(publicKey, text));
    }

    private interface Signer {
        String sign(String text) throws GeneralSecurityException;
    }

    private String signed(Signer signer) {
        String text = base64(Json.write(header).getBytes(StandardCharsets.UTF_8)) + "."
                + base64(Json.write(claims).getBytes(StandardCharsets.UTF_8));
        try {
            return text + "." + signer.sign(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String attackersSignature(String text) throws GeneralSecurityException {
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(ATTACKERS.getPrivate());
        rsa.update(text.getBytes(StandardCharsets.US_ASCII));
        return base64(rsa.sign());
    }

    private static String hmac(byte[] secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
