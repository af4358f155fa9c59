package io.keyward.compatibility;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.common.Version;

/**
 * A version of Keycloak, as far as it matters: major and minor.
 *
 * @param text as Keycloak calls itself, such as {@code 26.7.3}
 */
record KeycloakVersion(int major, int minor, String text) implements Comparable<KeycloakVersion> {

    /** The one that Keyward is written for and tested on. */
    static final KeycloakVersion FITTING = new KeycloakVersion(26, 7, "26.7");

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6}).*");

    /** A version without numbers, as Keycloak's own nightly builds have, is taken for a newer one. */
    static KeycloakVersion of(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.matches()
                ? new KeycloakVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), text)
                : new KeycloakVersion(Integer.MAX_VALUE, 0, text);
    }

    static void checkRunning() {
        check(of(Version.VERSION));
    }

    /** @throws IncompatibleKeycloakException for an older one */
    static void check(KeycloakVersion running) {
        int order = running.compareTo(FITTING);
        if (order < 0) {
            throw new IncompatibleKeycloakException(running);
        }
        if (order > 0) {
            Logger.getLogger(KeycloakVersion.class)
                    .warnf(
                            "Keyward is written for Keycloak %s and was not tested on %s",
                            FITTING.text(), running.text());
        }
    }

    @Override
    public int compareTo(KeycloakVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }
}
