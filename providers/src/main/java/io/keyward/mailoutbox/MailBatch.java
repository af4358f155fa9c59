package io.keyward.mailoutbox;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Mails of one realm that go out together.
 *
 * @param realmId id of the realm
 * @param realmName name of the realm, shown in headers for the mail service
 * @param config the realm's email settings as they are now, or those being tested; vault references unresolved
 * @param mails in the order in which they are to be sent
 * @param mayStart asked before each mail: false once the lease is nearly over or the node stops, and then the rest is not tried
 */
public record MailBatch(
        String realmId, String realmName, Map<String, String> config, List<Mail> mails, BooleanSupplier mayStart) {

    public MailBatch {
        config = Map.copyOf(config);
        mails = List.copyOf(mails);
    }

    /** Email settings without those that have no value, which a form may send. */
    public static Map<String, String> settings(Map<String, String> config) {
        return config.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Without the settings, which hold a password. */
    @Override
    public String toString() {
        return "MailBatch[realmId=" + realmId + ", mails=" + mails.size() + "]";
    }
}
