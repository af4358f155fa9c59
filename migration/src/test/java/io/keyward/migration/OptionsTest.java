package io.keyward.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--realm r --out o",
                "--csv f --jdbc u --realm r --out o",
                "--csv f --out o",
                "--csv f --realm r",
                "--csv f --realm r --out o --chunk 0",
                "--csv f --realm r --out o --chunk many",
                "--csv f --realm r --out o --charset klingon",
                "--csv f --realm r --out o --delimiter ;;",
                "--csv f --realm r --out o --role owner",
                "--csv f --realm r --out o --role owner=boss",
                "--csv f --realm r --out o --what",
                "--csv f --realm r --out o more",
                "--csv"
            })
    void prepareSaysWhatIsWrong(String words) {
        assertThatThrownBy(() -> PrepareOptions.parse(words.split(" "))).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server http://localhost",
                "out",
                "out --server localhost:8080",
                "out --server ftp://x",
                "out other --server http://x"
            })
    void sendSaysWhatIsWrong(String words) {
        assertThatThrownBy(() -> SendOptions.parse(words.split(" "))).isInstanceOf(UsageException.class);
    }

    @Test
    void sendKnowsWhatIsUsual() {
        SendOptions options = SendOptions.parse("out", "--server", "https://sign-in.example.org/");

        assertThat(options.server()).isEqualTo("https://sign-in.example.org");
        assertThat(options.loginRealm()).isEqualTo("master");
        assertThat(options.admin()).isEqualTo("admin");
        assertThat(options.connections()).isEqualTo(2);
    }
}
