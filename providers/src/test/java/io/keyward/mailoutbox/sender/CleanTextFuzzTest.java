package io.keyward.mailoutbox.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

final class CleanTextFuzzTest {

    @Test
    void aSubjectIsOneLineAndCleanOnceForAll() {
        Fuzz.texts(
                text -> {
                    String subject = CleanText.subject(text);
                    assertThat(subject).doesNotContain("\r", "\n", "\0", "\u2028");
                    assertThat(CleanText.subject(subject)).isEqualTo(subject);
                },
                "Your address",
                "Subject\r\nBcc: everybody@example.org");
    }

    @Test
    void aBodyCanBeWrittenAsText() {
        Fuzz.texts(
                text -> assertThat(CleanText.body(text))
                        .doesNotContain("\0")
                        .satisfies(body -> assertThat(java.nio.charset.StandardCharsets.UTF_8
                                        .newEncoder()
                                        .canEncode(body))
                                .isTrue()),
                "Hello\n\nthere");
    }
}
