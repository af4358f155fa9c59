package io.keyward.passwordhash;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A password as bytes: UTF-8, and for text that is none, because it has half a surrogate pair, the same three bytes that
 * UTF-8's rule would give. Java's own encoder puts a question mark there, and "a\uD800" would be the same password as "a?".
 */
final class PasswordBytes {

    private final byte[] value;
    private final boolean nul;

    private PasswordBytes(byte[] value, boolean nul) {
        this.value = value;
        this.nul = nul;
    }

    static PasswordBytes of(String password) {
        return new PasswordBytes(encode(password), password.indexOf('\0') >= 0);
    }

    byte[] value() {
        return value;
    }

    /** bcrypt by itself cannot tell "a" from "a\0a": it repeats the key, with a NUL in between. */
    boolean hasNul() {
        return nul;
    }

    private static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 8);
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(0xe0 | point >> 12);
                bytes.write(0x80 | point >> 6 & 0x3f);
                bytes.write(0x80 | point & 0x3f);
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "PasswordBytes[redacted]";
    }
}
