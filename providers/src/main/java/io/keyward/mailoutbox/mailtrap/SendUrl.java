package io.keyward.mailoutbox.mailtrap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.RealmModel;

/**
 * Where a realm's mails are posted to. Only Mailtrap's hosts, and those that the server's administrator names: whoever may change
 * a realm shall not have its token sent to a place of his own.
 *
 * @param hosts further hosts that are allowed, in lower case
 */
record SendUrl(Set<String> hosts) {

    /** Realm attribute; by default Mailtrap's transactional stream. */
    static final String ATTRIBUTE = "keyward.mailtrap.url";

    static final String LIVE = "https://send.api.mailtrap.io/api/send";

    private static final String MAILTRAP = ".mailtrap.io";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Empty if the realm's is not allowed. */
    Optional<URI> of(RealmModel realm) {
        String url = realm.getAttribute(ATTRIBUTE);
        return of(url == null || url.isBlank() ? LIVE : url.strip());
    }

    Optional<URI> of(String url) {
        try {
            URI uri = new URI(url);
            String host = lower(uri.getHost());
            boolean known = host.endsWith(MAILTRAP) || hosts.contains(host);
            return known && encrypted(uri, host) && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Or not leaving this machine. */
    private static boolean encrypted(URI uri, String host) {
        String scheme = lower(uri.getScheme());
        return scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(host));
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
