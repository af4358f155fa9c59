package io.keyward.devicesession;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;

/**
 * What an administrator sets at the required action {@code keyward-devices}, for the whole realm. A missing or unusable value
 * means the default. Read from Keycloak's realm cache, without a query.
 *
 * @param deviceLimit on how many devices a person may be signed in at once; 0 means any number
 * @param refuseAtLimit whether one more device is refused; otherwise the longest unused is signed out
 * @param rotation whether Keyward replaces a refresh token at each use
 * @param grace how long a refresh token that was replaced still gets its successor again
 * @param newDeviceMails whether the owner is told of a sign-in from a new device
 * @param mailsPerDay how many of those mails one person gets within 24 hours
 * @param freshAuthentication how old a sign-in may be to sign out all other devices
 */
public record DeviceSettings(
        int deviceLimit,
        boolean refuseAtLimit,
        boolean rotation,
        Duration grace,
        boolean newDeviceMails,
        int mailsPerDay,
        Duration freshAuthentication) {

    /** Provider id and alias of the required action that carries the settings. */
    public static final String REQUIRED_ACTION = "keyward-devices";

    /** Whether a realm has asked for devices: it has registered and enabled the required action. */
    public static boolean asked(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(REQUIRED_ACTION);
        return action != null && action.isEnabled();
    }

    /** The settings of a realm. */
    public static DeviceSettings of(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(REQUIRED_ACTION);
        Map<String, String> config = action == null || action.getConfig() == null ? Map.of() : action.getConfig();
        return DeviceOptions.read(config);
    }

    /** What the admin console shows. */
    public static List<ProviderConfigProperty> metadata() {
        return DeviceOptions.metadata();
    }

    /** @throws ValidationException for the first value that makes no sense */
    public static void check(RequiredActionConfigModel config) {
        DeviceOptions.check(config);
    }
}
