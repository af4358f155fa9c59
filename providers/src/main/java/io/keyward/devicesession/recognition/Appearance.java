package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceDisplay;
import io.keyward.devicesession.DeviceType;
import java.util.Set;
import org.keycloak.device.DeviceActivityManager;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;

/** What Keycloak makes of the User-Agent, brought into our words. */
final class Appearance {

    /** Longer than any name of a system or browser; the rest was made up by whoever sent it. */
    private static final int LONGEST = 64;

    private static final Set<String> NOTHING = Set.of("Other", "Unknown", "Other/Unknown");
    private static final Set<String> HAND_HELD = Set.of("Android", "iOS", "Windows Phone");

    private Appearance() {}

    static DeviceDisplay of(KeycloakSession session, UserSessionModel userSession) {
        DeviceRepresentation noted = DeviceActivityManager.getCurrentDevice(userSession);
        return of(
                noted != null
                        ? noted
                        : session.getProvider(DeviceRepresentationProvider.class)
                                .deviceRepresentation());
    }

    /** @param seen may be null: Keycloak looks at no User-Agent over 512 characters */
    static DeviceDisplay of(DeviceRepresentation seen) {
        if (seen == null) {
            return DeviceDisplay.UNKNOWN;
        }
        String os = text(seen.getOs());
        return new DeviceDisplay(
                type(os, seen.isMobile()), os, os == null ? null : text(seen.getOsVersion()), text(seen.getBrowser()));
    }

    /** System and browser without versions, which go with the next update. */
    static String kind(DeviceDisplay display) {
        String browser = display.browser() == null ? "" : display.browser();
        int slash = browser.indexOf('/');
        return (display.os() == null ? "" : display.os()) + ":" + (slash < 0 ? browser : browser.substring(0, slash));
    }

    private static DeviceType type(String os, boolean mobile) {
        if (mobile || os != null && HAND_HELD.contains(os)) {
            return DeviceType.MOBILE;
        }
        return os == null ? DeviceType.OTHER : DeviceType.DESKTOP;
    }

    private static String text(String value) {
        if (value == null || value.isBlank() || NOTHING.contains(value)) {
            return null;
        }
        String clean = value.replaceAll("\\p{C}", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
