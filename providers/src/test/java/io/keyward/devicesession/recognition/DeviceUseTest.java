package io.keyward.devicesession.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DeviceUseTest {

    @Test
    void aUseIsNotedOncePerInterval() {
        assertThat(DeviceUse.told(7_200L, 7_200)).isTrue();
        assertThat(DeviceUse.told(7_200L, 10_799)).isTrue();
        assertThat(DeviceUse.told(7_200L, 10_800)).isFalse();
        assertThat(DeviceUse.told(7_199L, 7_200)).isFalse();
    }

    @Test
    void aTokenThatDoesNotTellItsAgeIsNoted() {
        assertThat(DeviceUse.told(null, 7_200)).isFalse();
    }
}
