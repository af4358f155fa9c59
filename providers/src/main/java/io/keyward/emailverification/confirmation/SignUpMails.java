package io.keyward.emailverification.confirmation;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Mails to people who sign up through something else than a sign-in that waits for them. */
public final class SignUpMails {

    private final KeycloakSession session;
    private final RealmModel realm;

    public SignUpMails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Mails the link that proves the address of an account that was made just now, and binds it to this browser.
     *
     * @return false when the mail could not be handed over; then the account should not be there either
     */
    public boolean toNew(UserModel user) {
        return new ProofMails(session, realm).toNew(user);
    }

    /**
     * Tells the owner of an address that somebody tried to sign up with it. This browser cannot tell it from {@link #toNew}.
     * Does the work of a mail also where none is due.
     *
     * @return false when the mail could not be handed over
     */
    public boolean toOwner(String address) {
        return new ProofMails(session, realm).toOwner(address, TakenAddress.owner(session, realm, address), () -> null);
    }
}
