package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.emailverification.proof.ProofMethod;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Gives an account that has never proved an address to whoever reads its mailbox, in a browser that did not choose its password
 * (ADR 2, case 2). The caller has checked that the person holds a mailed secret for the account's current address, and that no
 * address of it was ever proved.
 */
public final class TakeOver {

    private final KeycloakSession session;
    private final RealmModel realm;

    public TakeOver(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Takes every earlier way in away, sets the password, writes the proof down and ends the mailed links that waited for one.
     *
     * @return whether a store has taken the password
     */
    public boolean by(UserModel user, NewPassword password, ProofMethod method) {
        new CleanSlate(session, realm).of(user);
        boolean set = password.set();
        new EmailProofs(session).record(realm, user, method);
        OneTimeTokenProvider tokens = session.getProvider(OneTimeTokenProvider.class);
        tokens.revoke(realm.getId(), user.getId(), ProofMails.VERIFY);
        tokens.revoke(realm.getId(), user.getId(), ProofMails.EXISTS);
        return set;
    }
}
