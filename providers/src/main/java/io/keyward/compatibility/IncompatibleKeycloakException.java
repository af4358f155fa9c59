package io.keyward.compatibility;

/** The server is older than what Keyward needs. It does not start with Keyward's jar among its providers. */
public final class IncompatibleKeycloakException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncompatibleKeycloakException(KeycloakVersion running) {
        super("Keyward runs on Keycloak " + KeycloakVersion.FITTING.text() + ", and this is " + running.text()
                + ". Upgrade Keycloak, or take keyward.jar out of its providers folder and build again.");
    }
}
