package io.keyward.mailoutbox.courier;

import org.keycloak.models.RealmModel;

/**
 * How one realm's mail is sent, by attributes of the realm. A value that makes no sense counts as not there.
 *
 * @param realmId id of the realm
 * @param realmName its name
 * @param transport id of the transport
 * @param connections how many connections a node may have for it
 * @param rate how fast a node may send
 */
public record RealmMail(String realmId, String realmName, String transport, int connections, RateLimit rate) {

    /** {@code off}: the realm's mail is sent by Keycloak's own sender, within the request. */
    static final String OUTBOX = "keyward.mail.outbox";

    static final String TRANSPORT = "keyward.mail.transport";
    static final String CONNECTIONS = "keyward.mail.connections";
    static final String RATE = "keyward.mail.rate";

    private static final String SMTP = "smtp";
    private static final int MOST_CONNECTIONS = 100;

    /** Whether the realm wants the outbox. */
    public static boolean wanted(RealmModel realm) {
        return !"off".equals(realm.getAttribute(OUTBOX));
    }

    /** The id of the realm's transport. */
    public static String transport(RealmModel realm) {
        String transport = realm.getAttribute(TRANSPORT);
        return transport == null || transport.isBlank() ? SMTP : transport.strip();
    }

    static RealmMail of(RealmModel realm, CourierConfig config) {
        return new RealmMail(
                realm.getId(),
                realm.getName(),
                transport(realm),
                connections(realm.getAttribute(CONNECTIONS), config.connections()),
                RateLimit.parse(realm.getAttribute(RATE)).orElse(config.rate()));
    }

    private static int connections(String value, int otherwise) {
        if (value == null || !value.strip().matches("[0-9]{1,3}")) {
            return otherwise;
        }
        int connections = Integer.parseInt(value.strip());
        return connections < 1 ? otherwise : Math.min(connections, MOST_CONNECTIONS);
    }
}
