package io.keyward.devicesession.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceParameterTest {

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghijklmnop", "A-Z.a_z~0123456789", "0f0e0d0c-0b0a-4908-8706-050403020100"})
    void anIdOfUnreservedCharactersCounts(String id) {
        assertThat(DeviceParameter.of(form(id))).contains(id);
    }

    @Test
    void theLongestIsOf128() {
        assertThat(DeviceParameter.of(form("a".repeat(128)))).isPresent();
        assertThat(DeviceParameter.of(form("a".repeat(129)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "abcdefghijklmno",
                "abcdefghijklmnop ",
                "abcdefghijklmno\n",
                "äbcdefghijklmnop",
                "abcdefgh/ijklmnop"
            })
    void anythingElseCountsAsNotSent(String id) {
        assertThat(DeviceParameter.of(form(id))).isEmpty();
    }

    @Test
    void noneIsNone() {
        assertThat(DeviceParameter.of(null)).isEmpty();
        assertThat(DeviceParameter.of(new MultivaluedHashMap<>())).isEmpty();
    }

    private static MultivaluedMap<String, String> form(String id) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("device_id", id);
        return form;
    }
}
