package io.keyward.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::1",
        "2001:DB8:1:2::, 2001:db8:1:2:ffff::9",
        "fe80::1%eth0, fe80::2%eth1",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void countsAsOne(String one, String other) {
        assertThat(ClientNetwork.of(one)).isEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 192.0.2.2"})
    void countsAsTwo(String one, String other) {
        assertThat(ClientNetwork.of(one)).isNotEqualTo(ClientNetwork.of(other));
    }

    /** Nothing here may look a name up. */
    @ParameterizedTest
    @ValueSource(strings = {"example.org", "beef", ":::", "1:2:3", "", "not an address"})
    void isItsOwnWhenItIsNoAddress(String text) {
        assertThat(ClientNetwork.of(text)).isEqualTo(text);
    }

    @Test
    void isUnknownWithoutAnAddress() {
        assertThat(ClientNetwork.of(null)).isEqualTo("unknown");
        assertThat(ClientNetwork.of("1".repeat(65))).isEqualTo("unknown");
    }
}
