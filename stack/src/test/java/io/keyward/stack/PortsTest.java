package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class PortsTest {

    @Test
    void zeroStandsForAnyFreePort() {
        assertThat(Ports.claim(0, "tests", "--port")).isBetween(1, 65_535);
    }

    @Test
    void aTakenPortIsNamedWithAWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> Ports.claim(port, "Keycloak", "--port"))
                    .withMessage("Port " + port
                            + ", wanted for Keycloak, is taken. End what uses it, or choose another with --port.");
        }
    }

    @Test
    void bothSocketsOfANodeFitIntoTheRangeOfPorts() {
        assertThat(Ports.freeForCluster() + Ports.CLUSTER_SECOND_SOCKET).isLessThanOrEqualTo(65_535);
    }
}
