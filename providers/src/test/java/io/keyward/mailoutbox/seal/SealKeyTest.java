package io.keyward.mailoutbox.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SealKeyTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private final SealKey key = SealKey.derive("realm", "kid", SECRET);

    @Test
    void opensWhatItSealed() throws UnreadableException {
        String text = "Link: https://example.org/?key=1 \uD83D\uDE00 \0 ä";
        assertThat(key.open("row", Part.CONTENT, key.seal("row", Part.CONTENT, text)))
                .isEqualTo(text);
        assertThat(SealKey.derive("realm", "kid", SECRET)
                        .open("row", Part.CONTENT, key.seal("row", Part.CONTENT, text)))
                .isEqualTo(text);
    }

    @Test
    void opensNothingElse() {
        String sealed = key.seal("row", Part.CONTENT, "text");
        refuses(key, "other row", Part.CONTENT, sealed);
        refuses(key, "row", Part.ADDRESS, sealed);
        refuses(SealKey.derive("other realm", "kid", SECRET), "row", Part.CONTENT, sealed);
        refuses(
                SealKey.derive("realm", "kid", "another secret".getBytes(StandardCharsets.US_ASCII)),
                "row",
                Part.CONTENT,
                sealed);
        refuses(key, "row", Part.CONTENT, "");
        refuses(key, "row", Part.CONTENT, "not base64!");
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refuses(key, "row", Part.CONTENT, Base64.getEncoder().encodeToString(changed));
        }
    }

    private static void refuses(SealKey key, String row, Part part, String sealed) {
        assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> key.open(row, part, sealed));
    }

    @Test
    void noTwoNoncesAreAlike() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = Base64.getDecoder().decode(key.seal("row", Part.CONTENT, "text"));
            nonces.add(Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, 1, 13)));
        }
        assertThat(nonces).hasSize(1_000);
    }
}
