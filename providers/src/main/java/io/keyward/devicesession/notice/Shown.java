package io.keyward.devicesession.notice;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceDisplay;
import io.keyward.devicesession.SignInMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What mails and pages show of people, devices and applications. Not escaped: the templates do that. A thief signs in with a
 * User-Agent of his choice and may name the device; so what could be read as a link or an instruction to call is not repeated
 * to the owner.
 */
public final class Shown {

    private static final int MAX = 60;
    private static final Pattern LURE = Pattern.compile(
            "[\\p{Cntrl}\\p{Cf}:/\\\\@<>\\[\\]{}|$%&*=#!?]|\\.\\p{L}|www|\\d{5}", Pattern.CASE_INSENSITIVE);
    private static final Pattern IP = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private Shown() {}

    /** The values {@code device}, {@code browser}, {@code os} and {@code method}, each missing when it is not known. */
    static Map<String, Object> of(Device device) {
        DeviceDisplay display = device.display();
        Map<String, Object> values = new HashMap<>();
        put(
                values,
                "browser",
                display.browser() == null ? null : display.browser().replace('/', ' '));
        put(values, "os", joined(display.os(), display.osVersion()));
        put(values, "device", plain(device.title()) == null ? defaultTitle(device) : device.title());
        // A device that is called by its system alone is not to be told twice.
        values.remove("os", values.get("device"));
        values.put("method", method(device.method()));
        return values;
    }

    /** An IP address, or null for what is none. */
    public static String ip(String address) {
        return address != null && IP.matcher(address).matches() ? address : null;
    }

    /** First and last name as far as there are any; otherwise the username. The templates decide whether to greet by it. */
    static String name(UserModel user) {
        String name = joined(user.getFirstName(), user.getLastName());
        return name == null ? user.getUsername() : name;
    }

    /** What the realm is called. */
    static String name(RealmModel realm) {
        String name = realm.getDisplayName();
        return name == null || name.isBlank() ? realm.getName() : name;
    }

    /** What the application is called: an administrator chose it. Keycloak's own clients have a placeholder for a name. */
    static String name(ClientModel client) {
        String name = client.getName();
        return name == null || name.isBlank() || name.contains("${") ? client.getClientId() : name;
    }

    private static String defaultTitle(Device device) {
        return new Device(
                        device.id(),
                        device.realmId(),
                        device.userId(),
                        null,
                        device.display(),
                        device.firstSeen(),
                        device.lastSeen(),
                        device.lastIp(),
                        device.method(),
                        device.signedOutAt(),
                        device.notifiedAt(),
                        device.forgottenAt())
                .title();
    }

    private static void put(Map<String, Object> values, String name, String value) {
        if (plain(value) != null) {
            values.put(name, value);
        }
    }

    private static String plain(String text) {
        return text == null
                        || text.isBlank()
                        || text.length() > MAX
                        || LURE.matcher(text).find()
                ? null
                : text;
    }

    private static String joined(String one, String other) {
        String joined = Stream.of(one, other)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    /** The key of the text for a door. */
    private static String method(SignInMethod method) {
        return switch (method) {
            case BROWSER -> "keywardMethodBrowser";
            case IDENTITY_PROVIDER -> "keywardMethodProvider";
            case REGISTRATION -> "keywardMethodRegistration";
            case PASSWORD_GRANT -> "keywardMethodPasswordGrant";
            case DEVICE_GRANT -> "keywardMethodDeviceGrant";
            case CIBA -> "keywardMethodCiba";
            case IMPERSONATION -> "keywardMethodImpersonation";
            case TOKEN_EXCHANGE, JWT_GRANT, OTHER, ADOPTED -> "keywardMethodOther";
        };
    }
}
