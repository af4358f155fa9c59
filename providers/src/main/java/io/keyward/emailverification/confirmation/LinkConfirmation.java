package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.emailverification.proof.ProofMethod;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Uses a mailed link up and draws the consequences, all in the transaction of the request. */
final class LinkConfirmation {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final MailedLink link;

    LinkConfirmation(KeycloakSession session, MailedLink link) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
    }

    /** Of any number of callers with the same link, one gets true. */
    boolean confirm(NewPassword password) {
        boolean own = link.sameBrowser();
        String outcome = own ? ProofState.OWN_LINK : ProofState.OTHER_LINK;
        boolean first = session.getProvider(OneTimeTokenProvider.class)
                .consume(realm.getId(), link.token().id(), outcome);
        if (!first) {
            return false;
        }
        if (own) {
            new EmailProofs(session).record(realm, link.user(), ProofMethod.LINK);
            session.getProvider(OneTimeTokenProvider.class)
                    .revoke(realm.getId(), link.user().getId(), ProofMails.VERIFY);
        } else {
            new TakeOver(session, realm).by(link.user(), password, ProofMethod.LINK);
        }
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.VERIFY_EMAIL)
                .user(link.user())
                .detail("method", outcome)
                .success();
        return true;
    }
}
