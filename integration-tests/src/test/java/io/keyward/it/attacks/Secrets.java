package io.keyward.it.attacks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nobody may find written down, by what it is: never shown, so that a failed test writes none of it either. */
final class Secrets {

    private static final int SHORTEST = 8;

    private final Map<String, String> byName = new LinkedHashMap<>();

    void add(String name, String value) {
        if (value == null || value.length() < SHORTEST) {
            throw new AssertionError("No secret: " + name);
        }
        byName.put(name, value);
    }

    int count() {
        return byName.size();
    }

    /** The names of those that are in the text: as they are, encoded, or without their last part. */
    List<String> in(String text) {
        List<String> found = new ArrayList<>();
        byName.forEach((name, value) -> {
            for (String form : forms(value)) {
                if (text.contains(form)) {
                    found.add(name);
                    return;
                }
            }
        });
        return found;
    }

    private static List<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(
                List.of(value, HexFormat.of().formatHex(bytes), base64(bytes, 0), base64(bytes, 1), base64(bytes, 2)));
        if (value.startsWith("eyJ") && value.indexOf('.', value.indexOf('.') + 1) > 0) {
            // A token without its signature opens nothing; the signature is what counts.
            forms.add(value.substring(value.lastIndexOf('.') + 1));
        }
        return forms;
    }

    /** The characters that stand for the text alone when so many bytes stand before it. */
    private static String base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 2);
    }
}
