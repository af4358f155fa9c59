package io.keyward.devicesession.rotation;

import io.keyward.onetimetoken.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Ids that come out the same whenever and wherever they are asked for, 43 characters. They are no secrets: who knows one has
 * no token yet, for tokens are signed.
 */
final class DerivedId {

    private DerivedId() {}

    /**
     * The id of the token that replaces another. Nothing need be kept to give a repeated request the same one, and from the hash
     * that is kept of the current token it can be told whether another one is its successor.
     */
    static String successor(String chain, TokenHash replaced) {
        return hash("keyward-successor", chain, replaced.value());
    }

    /**
     * The line of a token that was issued without one. Tokens of one code exchange share the reuse id that Keycloak gives while
     * "Revoke Refresh Token" is on. Without it nothing tells two tabs of a session apart from one that was refreshed, and each
     * token begins a line of its own, so that nobody is signed out by switching rotation on.
     *
     * @param reuseId Keycloak's, or null
     */
    static String adoptedChain(String userSessionId, String clientId, Object reuseId, String tokenId) {
        return reuseId == null
                ? hash("keyward-adopted-token", userSessionId, clientId, tokenId)
                : hash("keyward-adopted-line", userSessionId, clientId, reuseId.toString());
    }

    private static String hash(String domain, String... parts) {
        StringBuilder text = new StringBuilder(domain);
        for (String part : parts) {
            // Length-prefixed: no two lists run together to the same text.
            text.append(':').append(part.length()).append(':').append(part);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
