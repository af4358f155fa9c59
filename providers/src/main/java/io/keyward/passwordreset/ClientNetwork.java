package io.keyward.passwordreset;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whom the limit of requests counts as one: an IPv4 address, or the 64 bits of an IPv6 one that a household or a machine gets. */
final class ClientNetwork {

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[0-9A-Za-z._-]*)?");
    private static final int PREFIX_BYTES = 8;
    private static final int LONGEST = 64;

    private ClientNetwork() {}

    /** Of an address as a server tells it. What is no address, or missing, is a network of its own. */
    static String of(String ip) {
        if (ip == null || ip.length() > LONGEST) {
            return "unknown";
        }
        if (!IPV6.matcher(ip).matches()) {
            return ip;
        }
        try {
            // A literal: no name is looked up.
            byte[] bytes = InetAddress.getByName(ip.replaceAll("%.*", "")).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES));
        } catch (UnknownHostException e) {
            return ip;
        }
    }
}
