package io.keyward.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Access tokens like one that a realm has issued, for copies of its session, and signed with the key of the realm. To ask the realm
 * for hundreds of thousands would take a quarter of an hour.
 *
 * @param header as it stands in the token
 * @param payload the JSON text
 */
record SignedCopies(String header, String payload, SigningKey signer) {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    static SignedCopies of(String token, Connection connection, String realm) throws SQLException {
        String[] parts = token.split("\\.");
        String header = new String(DECODER.decode(parts[0]), StandardCharsets.UTF_8);
        return new SignedCopies(
                parts[0],
                new String(DECODER.decode(parts[1]), StandardCharsets.UTF_8),
                SigningKey.of(claim(header, "alg"), connection, realm));
    }

    /** The session whose token this is. */
    String session() {
        return claim(payload, "sid");
    }

    /** A token for each of so many sessions of the people that the script {@code sessions.sql} made, drawn at random; or of all. */
    List<String> ofOthers(Connection connection, int most) throws SQLException {
        List<String[]> sessions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT user_session_id, user_id FROM offline_user_session WHERE offline_flag = '0' AND user_id IN
                  (SELECT id FROM user_entity WHERE username LIKE 'live-%' AND realm_id =
                    (SELECT realm_id FROM offline_user_session WHERE offline_flag = '0' AND user_session_id = ?))
                 ORDER BY random() LIMIT ?""")) {
            statement.setString(1, session());
            statement.setInt(2, most);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sessions.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
        }
        return sessions.parallelStream()
                .map(session -> token(session[0], session[1]))
                .toList();
    }

    private String token(String session, String user) {
        String id = claim(payload, "jti");
        // Before the last colon stands what kind of token it is.
        String fresh = id.substring(0, id.lastIndexOf(':') + 1) + UUID.randomUUID();
        String text = payload.replace(session(), session)
                .replace(claim(payload, "sub"), user)
                .replace(id, fresh);
        String signed = header + "." + ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return signed + "." + ENCODER.encodeToString(sign(signer, signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] sign(SigningKey signer, byte[] text) {
        try {
            PrivateKey key = signer.key();
            Signature signature = Signature.getInstance(signer.algorithm());
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String claim(String json, String name) {
        Matcher claim = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!claim.find()) {
            throw new IllegalStateException("The token has no " + name + ".");
        }
        return claim.group(1);
    }
}
