package io.keyward.compatibility;

/** To be asked by what Keycloak loads first. */
public final class Compatibility {

    private Compatibility() {}

    /**
     * Lets nothing of Keyward come to be on a server that is too old for it; on a newer one than was tested it says so in the log.
     *
     * @throws IncompatibleKeycloakException on an older minor version
     */
    public static void check() {
        KeycloakVersion.checkRunning();
    }
}
