package io.keyward.devicesession.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceDisplay;
import io.keyward.devicesession.DeviceType;
import io.keyward.devicesession.SignInMethod;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thief chooses the User-Agent and may name the device; none of it may speak to the owner. */
final class ShownTest {

    @Test
    void showsWhatIsKnown() {
        assertThat(Shown.of(device(null, "Firefox/128.0", "Windows", "10")))
                .containsEntry("device", "Firefox on Windows")
                .containsEntry("browser", "Firefox 128.0")
                .containsEntry("os", "Windows 10")
                .containsEntry("method", "keywardMethodBrowser");
    }

    @Test
    void showsNothingOfWhatIsNot() {
        assertThat(Shown.of(device(null, null, null, null)))
                .containsOnlyKeys("device", "method")
                .containsEntry("device", "Device");
    }

    @Test
    void saysNothingTwice() {
        assertThat(Shown.of(device(null, null, "Linux", null)))
                .containsOnlyKeys("device", "method")
                .containsEntry("device", "Linux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada’s laptop (home)", "电脑", "Büro 2", "Laptop \uD83D\uDC69"})
    void callsItByItsName(String name) {
        assertThat(Shown.of(device(name, "Firefox/128.0", "Fedora", null))).containsEntry("device", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Visit evil.example/prize",
                "https://evil.example",
                "evil.example",
                "www evil",
                "Call 0900 123456",
                "two\r\nBcc: everybody",
                "right\u202Eto left",
                "<img src=x>",
                "a@evil.example",
                "${link}"
            })
    void neverRepeatsALure(String lure) {
        assertThat(Shown.of(device(lure, lure + "/1", lure, lure)).toString()).doesNotContain("evil", "0900", lure);
        assertThat(Shown.of(device(lure, "Firefox/128.0", "Fedora", null)))
                .containsEntry("device", "Firefox on Fedora");
    }

    @Test
    void aLongNameIsNone() {
        assertThat(Shown.of(device("x".repeat(61), "Firefox/128.0", null, null)))
                .containsEntry("device", "Firefox");
    }

    @Test
    void anAddressIsOnlyWhatIsOne() {
        assertThat(Shown.ip("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Shown.ip("2001:db8::1")).isEqualTo("2001:db8::1");
        assertThat(Shown.ip("evil.example")).isNull();
        assertThat(Shown.ip(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(SignInMethod.class)
    void everyDoorHasAText(SignInMethod method) {
        Device device = new Device(
                "id",
                "r",
                "u",
                null,
                DeviceDisplay.UNKNOWN,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                method,
                null,
                null,
                null);

        assertThat(Shown.of(device).get("method").toString()).startsWith("keywardMethod");
    }

    private static Device device(String name, String browser, String os, String osVersion) {
        return new Device(
                "id",
                "realm",
                "user",
                name,
                new DeviceDisplay(DeviceType.DESKTOP, os, osVersion, browser),
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                SignInMethod.BROWSER,
                null,
                null,
                null);
    }
}
