package io.keyward.passwordreset;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.emailverification.proof.EmailVerificationRealm;
import io.keyward.onetimetoken.OneTimeToken;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import io.keyward.onetimetoken.RawToken;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What a mailed link stands for. Who has it reads the mailbox, or got it from somebody who does; no more is known of them. */
final class ResetLink {

    /** Purpose of the tokens in these links, and the word of those that were used. */
    static final String PURPOSE = "reset-password";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String text;
    private final OneTimeToken token;
    private final UserModel user;

    private ResetLink(KeycloakSession session, String text, OneTimeToken token, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.text = text;
        this.token = token;
        this.user = user;
    }

    /** What somebody sent; anything at all. */
    static ResetLink open(KeycloakSession session, String sent) {
        RealmModel realm = session.getContext().getRealm();
        RawToken raw = RawToken.parse(sent).orElse(null);
        if (raw == null) {
            // What is no token is not repeated in a page.
            return new ResetLink(session, "unknown", null, null);
        }
        OneTimeToken token = session.getProvider(OneTimeTokenProvider.class)
                .find(realm.getId(), PURPOSE, raw)
                .orElse(null);
        UserModel user = token == null ? null : session.users().getUserById(realm, token.userId());
        return new ResetLink(session, raw.value(), token, user);
    }

    boolean usable() {
        return current() && token.pending();
    }

    /** Why it does not work, as the page words it. */
    String reason() {
        if (!current()) {
            return "unknown";
        }
        return switch (token.state()) {
            case CONSUMED -> "used";
            case EXPIRED -> "expired";
            case SUPERSEDED -> "superseded";
            case PENDING -> "unknown";
        };
    }

    /** Nobody has proved this address yet, nor another one: whoever chose the present password may be a stranger. */
    boolean proves() {
        return EmailVerificationRealm.asked(realm) && !new EmailProofs(session).proved(realm, user);
    }

    /** The last part of the link. */
    String text() {
        return text;
    }

    OneTimeToken token() {
        return token;
    }

    UserModel user() {
        return user;
    }

    /** As it was when the mail was sent: enabled, with that address, and not one whose owner proved another. */
    private boolean current() {
        return user != null
                && realm.isResetPasswordAllowed()
                && user.isEnabled()
                && token.address().equals(user.getEmail())
                && !(proves() && new EmailProofs(session).everProved(user));
    }
}
