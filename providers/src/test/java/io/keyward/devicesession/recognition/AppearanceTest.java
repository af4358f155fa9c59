package io.keyward.devicesession.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.DeviceDisplay;
import io.keyward.devicesession.DeviceType;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.account.DeviceRepresentation;

final class AppearanceTest {

    @Test
    void aLaptop() {
        assertThat(Appearance.of(seen("Fedora", "40", "Firefox", "128.0", false)))
                .isEqualTo(new DeviceDisplay(DeviceType.DESKTOP, "Fedora", "40", "Firefox/128.0"));
    }

    @Test
    void aPhoneAndATablet() {
        assertThat(Appearance.of(seen("iOS", "17.5", "Mobile Safari", "17.5", true))
                        .type())
                .isEqualTo(DeviceType.MOBILE);
        assertThat(Appearance.of(seen("Android", "14", "Chrome", "126.0", false))
                        .type())
                .isEqualTo(DeviceType.MOBILE);
    }

    @Test
    void aProgramTellsLittle() {
        DeviceDisplay display = Appearance.of(seen("Other", null, "Other", null, false));

        assertThat(display).isEqualTo(DeviceDisplay.UNKNOWN);
        assertThat(Appearance.of((DeviceRepresentation) null)).isEqualTo(DeviceDisplay.UNKNOWN);
    }

    @Test
    void theKindHasNoVersions() {
        assertThat(Appearance.kind(Appearance.of(seen("Fedora", "40", "Firefox", "128.0", false))))
                .isEqualTo(Appearance.kind(Appearance.of(seen("Fedora", "41", "Firefox", "129.0", false))))
                .isNotEqualTo(Appearance.kind(Appearance.of(seen("Fedora", "40", "Chrome", "126.0", false))));
    }

    @Test
    void whatSomebodyMadeUpIsCut() {
        DeviceDisplay display = Appearance.of(seen("Fe\u202edora\u0000", "4".repeat(500), "x".repeat(500), "1", false));

        assertThat(display.os()).isEqualTo("Fedora");
        assertThat(display.osVersion()).hasSize(64);
        assertThat(display.browser()).hasSize(64);
    }

    private static DeviceRepresentation seen(
            String os, String osVersion, String browser, String version, boolean mobile) {
        DeviceRepresentation seen = new DeviceRepresentation();
        seen.setOs(os);
        seen.setOsVersion(osVersion);
        seen.setBrowser(browser, version);
        seen.setMobile(mobile);
        return seen;
    }
}
