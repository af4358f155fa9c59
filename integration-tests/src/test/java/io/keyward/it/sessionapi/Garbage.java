package io.keyward.it.sessionapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Bodies that no front end sends. The same seed gives the same ones. */
final class Garbage {

    private static final List<String> FIELDS =
            List.of("email", "password", "name", "device", "refresh_token", "token", "x", "", "__proto__");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "1e999999",
            "123456789012345678901234567890123456789012345678901234567890",
            "1.7976931348623157e309",
            "[]",
            "{}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000@example.org\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"a\\r\\nBcc: b@example.org\"",
            "\"' or 1=1 --\"",
            "\"${jndi:ldap://localhost/a}\"",
            "\"<script>alert(1)</script>\"",
            "\"\\u202e\"",
            "\"person@example.org\"",
            "\"eyJhbGciOiJub25lIn0.e30.\"",
            "[\"a\",\"b\"]",
            "{\"$gt\":\"\"}");

    /** How seldom a body has five megabytes. */
    private static final int RARELY = 400;

    private final Random random;

    Garbage(long seed) {
        this.random = new Random(seed);
    }

    byte[] body() {
        if (oneIn(RARELY)) {
            return bytes("{\"email\": \"" + "a".repeat(5_000_000) + "\"}");
        }
        return switch (random.nextInt(12)) {
            case 0 -> bytes("[".repeat(random.nextInt(1, 5000)));
            case 1 -> bytes("{\"a\":".repeat(random.nextInt(1, 5000)) + "1" + "}".repeat(random.nextInt(5000)));
            case 2 -> noise(random.nextInt(200));
            case 3 -> broken();
            case 4 -> bytes("{\"email\":\"" + "a".repeat(random.nextInt(1, 80_000)) + "\"}");
            case 5 -> bytes("{\"email\":" + "9".repeat(random.nextInt(1, 70_000)) + "}");
            case 6 -> object().getBytes(StandardCharsets.UTF_16);
            case 7 -> bytes(object() + object());
            case 8 -> bytes(object().substring(0, random.nextInt(2)));
            default -> bytes(object());
        };
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String object() {
        StringBuilder object = new StringBuilder("{");
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            object.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(one(FIELDS))
                    .append("\":")
                    .append(one(VALUES));
        }
        return object.append("}").toString();
    }

    /** JSON whose text is no UTF-8. */
    private byte[] broken() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(bytes("{\"email\":\"a"));
        bytes.writeBytes(noise(4));
        bytes.write(0xFF);
        bytes.writeBytes(bytes("\",\"password\":\"b\"}"));
        return bytes.toByteArray();
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
