package io.keyward.devicesession.recognition;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the cookie of a browser: {@code v1.<id>.<key>.<mac>}, each part base64url without padding.
 *
 * @param id the random id of the browser, 256 bits
 * @param kid by which of the realm's keys it is signed
 * @param mac the signature, HMAC-SHA-512
 */
record CookieValue(String id, String kid, byte[] mac) {

    private static final int LONGEST = 512;
    private static final Pattern FORMAT =
            Pattern.compile("v1\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{1,256})\\.([A-Za-z0-9_-]{86})");

    /** Reads what a browser sent: anything. Empty unless it has the form; never throws. Says nothing about the signature. */
    static Optional<CookieValue> parse(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String kid = new String(Base64.getUrlDecoder().decode(parts.group(2)), StandardCharsets.UTF_8);
            return Optional.of(
                    new CookieValue(parts.group(1), kid, Base64.getUrlDecoder().decode(parts.group(3))));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    String text() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "v1." + id + "." + base64.encodeToString(kid.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(mac);
    }

    /** What is signed: with the realm in it, so that two realms that share a key do not take each other's cookies. */
    static byte[] signed(String realmId, String id) {
        return ("keyward-device:" + realmId + ":" + id).getBytes(StandardCharsets.UTF_8);
    }

    /** Tells a log nothing. */
    @Override
    public String toString() {
        return "CookieValue[redacted]";
    }
}
