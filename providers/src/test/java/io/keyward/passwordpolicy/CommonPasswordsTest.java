package io.keyward.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class CommonPasswordsTest {

    @Test
    void theShippedListIsInTheFormThatTheSearchNeeds() throws IOException {
        byte[] bytes = CommonPasswords.class
                .getResourceAsStream("common-passwords.txt")
                .readAllBytes();
        List<String> lines =
                new String(bytes, StandardCharsets.US_ASCII).lines().toList();

        assertThat(lines).hasSizeGreaterThan(40_000).doesNotHaveDuplicates();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeGreaterThanOrEqualTo(4)
                        .isEqualTo(line.toLowerCase(Locale.ROOT))
                        .matches("[!-~]+"));
        assertThat(lines).isSorted();
        assertThat(bytes.length).as("what it costs in memory").isLessThan(500_000);
        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) '\n');
    }

    @Test
    void eachEntryIsFoundAndNothingElse() throws IOException {
        List<String> lines = new String(
                        CommonPasswords.class
                                .getResourceAsStream("common-passwords.txt")
                                .readAllBytes(),
                        StandardCharsets.US_ASCII)
                .lines()
                .toList();
        CommonPasswords list = CommonPasswords.shipped();

        assertThat(lines).allMatch(list::contains);
        assertThat(lines).noneMatch(line -> list.contains(line + "\n") || list.contains(line + "~~"));
        assertThat(Arrays.asList("", "\n", "correct horse battery staple", "пароль", "\0"))
                .noneMatch(list::contains);
    }
}
