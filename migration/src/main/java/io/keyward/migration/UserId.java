package io.keyward.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id that a user gets in Keycloak, and tokens carry as {@code sub}. The same row has the same id each time, so that a
 * second run makes no second account, and the application can work it out.
 */
final class UserId {

    /** Of the ids that this tool makes; PostgreSQL's {@code uuid_generate_v5} makes the same of it. */
    static final UUID NAMESPACE = UUID.fromString("5b0f4d0e-6d0a-4b0e-9f57-0d7a3a3f8d11");

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private UserId() {}

    /** @param keep whether an id that is a UUID stays what it is */
    static UUID of(String realm, String id, boolean keep) {
        return keep && UUID_TEXT.matcher(id).matches() ? UUID.fromString(id) : made(realm + "/" + id);
    }

    /** RFC 9562, 5.5: version 5, by name. */
    private static UUID made(String name) {
        ByteBuffer digest =
                ByteBuffer.wrap(sha1().digest(ByteBuffer.allocate(16 + name.getBytes(StandardCharsets.UTF_8).length)
                        .putLong(NAMESPACE.getMostSignificantBits())
                        .putLong(NAMESPACE.getLeastSignificantBits())
                        .put(name.getBytes(StandardCharsets.UTF_8))
                        .array()));
        long most = digest.getLong() & ~0xf000L | 0x5000L;
        long least = digest.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(most, least);
    }

    /** Names, not secrets: the standard asks for it. */
    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
