package io.keyward.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

final class TypedNameFuzzTest {

    @Test
    void whatIsShownIsOneLine() {
        Fuzz.texts(
                text -> {
                    String shown = TypedName.shown(text);
                    assertThat(shown).doesNotContain("\r", "\n", "\0");
                    assertThat(java.nio.charset.StandardCharsets.UTF_8
                                    .newEncoder()
                                    .canEncode(shown))
                            .isTrue();
                },
                "ada@example.org",
                " ada ");
    }

    @Test
    void aNetworkIsNamedWhateverTheAddress() {
        Fuzz.texts(
                text -> assertThat(ClientNetwork.of(text)).isNotNull(), "192.0.2.7", "2001:db8::1", "::ffff:192.0.2.7");
    }
}
