package io.keyward.sessionapi;

import io.keyward.devicesession.recognition.RemoteAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;

/** Where a request comes from, as limits count it: an IPv4 address, or the first 64 bits of an IPv6 one, of which a household has all. */
final class Network {

    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");
    private static final int IPV6_NETWORK = 8;

    private Network() {}

    static String of(KeycloakSession session) {
        return of(RemoteAddress.of(session));
    }

    static String of(String address) {
        if (address == null || !LITERAL.matcher(address).matches()) {
            return "unknown";
        }
        try {
            // A literal: no name is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, IPV6_NETWORK));
        } catch (UnknownHostException noAddress) {
            return "unknown";
        }
    }
}
