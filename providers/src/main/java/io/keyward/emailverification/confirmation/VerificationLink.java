package io.keyward.emailverification.confirmation;

import io.keyward.onetimetoken.RawToken;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A mailed link for whoever does not open it in a browser. The rules are those of its page. */
public final class VerificationLink {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String token;

    /** @param token anything that somebody sent */
    public VerificationLink(KeycloakSession session, String token) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.token = token;
    }

    /** Where its page is. What is no token leads to the page that says so, and is not repeated. */
    public URI page() {
        return RawToken.parse(token)
                .map(raw -> LinksEndpoint.linkUri(session, realm, raw))
                .orElseGet(() -> LinksEndpoint.noLink(session, realm));
    }

    /** Confirms for the browser that signed up. Of any number of calls for one link, one is {@link Outcome#CONFIRMED}. */
    public Outcome confirm() {
        MailedLink link = MailedLink.open(session, token);
        if (!link.usable()) {
            return Outcome.INVALID;
        }
        if (!link.sameBrowser()) {
            return Outcome.OTHER_BROWSER;
        }
        return new LinkConfirmation(session, link).confirm(null) ? Outcome.CONFIRMED : Outcome.INVALID;
    }

    /** What became of it. */
    public enum Outcome {
        /** The address is proved. */
        CONFIRMED,
        /** This browser did not sign up: the page asks for a new password. Nothing was used up. */
        OTHER_BROWSER,
        /** Unknown, used, expired or replaced. */
        INVALID
    }
}
