package io.keyward.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key with which a realm of a benchmark signs its access tokens, from the realm's database.
 *
 * @param algorithm Java's name for it
 */
record SigningKey(PrivateKey key, String algorithm) {

    /** What comes before a key in the form of PKCS #1 to make it one in the form of PKCS #8: version, and that it is RSA. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    /** @param name as it stands in the tokens, such as {@code RS256} */
    static SigningKey of(String name, Connection connection, String realm) throws SQLException {
        return switch (name) {
            case "RS256" -> read("rsa-generated", "privateKey", "RSA", "SHA256withRSA", connection, realm);
            case "ES256" ->
                read("ecdsa-generated", "ecdsaPrivateKey", "EC", "SHA256withECDSAinP1363Format", connection, realm);
            case "EdDSA" -> read("eddsa-generated", "eddsaPrivateKey", "EdDSA", "Ed25519", connection, realm);
            default -> throw new IllegalStateException("Sessions cannot be copied with " + name + ".");
        };
    }

    private static SigningKey read(
            String provider, String setting, String kind, String algorithm, Connection connection, String realm)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT component_config.value FROM component_config, component, realm
                 WHERE component_config.component_id = component.id AND component.realm_id = realm.id AND realm.name = ?
                   AND component.provider_id = ? AND component_config.name = ?""")) {
            statement.setString(1, realm);
            statement.setString(2, provider);
            statement.setString(3, setting);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new SigningKey(key(kind, Base64.getMimeDecoder().decode(rows.getString(1))), algorithm);
            }
        }
    }

    private static PrivateKey key(String kind, byte[] encoded) {
        try {
            KeyFactory factory = KeyFactory.getInstance(kind);
            try {
                return factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException notYet) {
                return factory.generatePrivate(new PKCS8EncodedKeySpec(wrapped(encoded)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] wrapped(byte[] key) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA);
        content.writeBytes(tagged(OCTETS, key));
        return tagged(SEQUENCE, content.toByteArray());
    }

    /** Of more than 255 and less than 65,536 bytes, as RSA keys are. */
    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(tag);
        tagged.write(0x82);
        tagged.write(content.length >> 8);
        tagged.write(content.length);
        tagged.writeBytes(content);
        return tagged.toByteArray();
    }
}
