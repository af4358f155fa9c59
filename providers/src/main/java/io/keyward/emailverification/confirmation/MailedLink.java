package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.onetimetoken.OneTimeToken;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import io.keyward.onetimetoken.RawToken;
import io.keyward.onetimetoken.TokenState;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What a mailed link stands for, seen from the browser that opened it. */
final class MailedLink {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OneTimeToken token;
    private final UserModel user;

    private MailedLink(KeycloakSession session, OneTimeToken token, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.token = token;
        this.user = user;
    }

    static MailedLink open(KeycloakSession session, String text) {
        RealmModel realm = session.getContext().getRealm();
        OneTimeToken token =
                RawToken.parse(text).flatMap(raw -> find(session, realm, raw)).orElse(null);
        UserModel user = token == null ? null : session.users().getUserById(realm, token.userId());
        return new MailedLink(session, token, user);
    }

    private static Optional<OneTimeToken> find(KeycloakSession session, RealmModel realm, RawToken raw) {
        OneTimeTokenProvider tokens = session.getProvider(OneTimeTokenProvider.class);
        return tokens.find(realm.getId(), ProofMails.VERIFY, raw)
                .or(() -> tokens.find(realm.getId(), ProofMails.EXISTS, raw));
    }

    boolean usable() {
        return current() && token.pending() && !proved();
    }

    /** Opened in the browser that chose or knew the password. */
    boolean sameBrowser() {
        return new BrowserBinding(session).matches(token.binding());
    }

    /** A password from before the proof is not for whoever chose it when somebody else makes the proof. */
    boolean needsPassword() {
        return !sameBrowser() && !refused();
    }

    /**
     * An account that proved another address before has an owner already: whoever holds the new mailbox may have been meant by
     * a typing error, or be the victim of an address change (pre-hijacking), and only the owner's browser may confirm.
     */
    boolean refused() {
        return !sameBrowser() && new EmailProofs(session).everProved(user);
    }

    /** Why the link does not work, as the page words it. */
    String reason() {
        if (!current()) {
            return "unknown";
        }
        return switch (token.state()) {
            case CONSUMED -> "used";
            case EXPIRED -> "expired";
            case SUPERSEDED -> proved() ? "used" : "superseded";
            case PENDING -> proved() ? "used" : "unknown";
        };
    }

    boolean replaceable() {
        return current()
                && (token.state() == TokenState.EXPIRED || token.state() == TokenState.SUPERSEDED)
                && !proved();
    }

    void replace() {
        new ProofMails(session, realm).replacement(user, token.binding());
    }

    OneTimeToken token() {
        return token;
    }

    UserModel user() {
        return user;
    }

    /** The account is there, enabled, and still has the address that the mail went to. */
    private boolean current() {
        return token != null
                && user != null
                && user.isEnabled()
                && token.address().equals(user.getEmail());
    }

    private boolean proved() {
        return new EmailProofs(session).proved(realm, user);
    }
}
