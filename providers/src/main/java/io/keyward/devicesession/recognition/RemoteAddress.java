package io.keyward.devicesession.recognition;

import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;

/** Where a request comes from, as far as the server in front tells the truth. For display only. */
public final class RemoteAddress {

    /** The longest textual form of an IPv6 address. */
    private static final int LONGEST = 45;

    private RemoteAddress() {}

    /** The address, or null when there is none or something else in its place. */
    public static String of(KeycloakSession session) {
        ClientConnection connection = session.getContext().getConnection();
        String address = connection == null ? null : connection.getRemoteHost();
        return address == null || address.length() > LONGEST ? null : address;
    }
}
