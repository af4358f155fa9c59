package io.keyward.emailverification.confirmation;

import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** What it costs to make an account, for an address that has one, where no sign-in waits ({@link RegistrationDraft}). */
public final class DecoySignUp {

    private final KeycloakSession session;

    public DecoySignUp(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Makes an account and takes it back.
     *
     * @param form the attributes of the sign-up
     * @param otherwise does the work of hashing where Keycloak would not take the password for an account
     */
    public void make(Map<String, String> form, String password, Runnable otherwise) {
        if (new DecoyAccount(session, form).withPassword(password).isEmpty()) {
            otherwise.run();
        }
    }
}
