package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NetworkTest {

    @Test
    void anIpv4AddressCountsForItself() {
        assertThat(Network.of("192.0.2.1")).isNotEqualTo(Network.of("192.0.2.2"));
    }

    @Test
    void anIpv6NetworkCountsAsOne() {
        assertThat(Network.of("2001:db8:1:2:3::4")).isEqualTo(Network.of("2001:db8:1:2::9"));
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void noNameIsLookedUp() {
        assertThat(Network.of("example.org")).isEqualTo("unknown");
        assertThat(Network.of((String) null)).isEqualTo("unknown");
        assertThat(Network.of("dead.beef")).isEqualTo("unknown");
        assertThat(Network.of("1.2.3.4.5.6")).isEqualTo("unknown");
    }
}
