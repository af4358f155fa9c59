package io.keyward.passwordreset;

import io.keyward.emailverification.confirmation.NewPassword;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Forgotten passwords in the realm of the session's context, for pages and APIs alike. Neither method signs anybody in, asks for
 * a second factor or takes one away.
 *
 * <p>{@link #forgot} says nothing about accounts, in its answer or in its time (OWASP ASVS 5.0, 6.3.8): it looks at none. What
 * there is to do is done a moment later, by a thread of this node. Too many requests are dropped, and so is what a node holds
 * when it is killed; the person asks again.
 */
public final class PasswordResets {

    private final KeycloakSession session;

    /** For the realm in the session's context. */
    public PasswordResets(KeycloakSession session) {
        this.session = session;
    }

    /** Whether the realm lets people choose a new password by mail. The other methods do nothing elsewhere. */
    public boolean allowed() {
        return session.getContext().getRealm().isResetPasswordAllowed();
    }

    /**
     * Has a link mailed, if there is somebody to mail it to and the limits allow it.
     *
     * @param usernameOrEmail anything that somebody sent, also null
     */
    public void forgot(String usernameOrEmail) {
        if (allowed()) {
            desk(session.getKeycloakSessionFactory()).take(ResetRequest.of(session, usernameOrEmail));
        }
    }

    /**
     * Sets the password that somebody chose who has a mailed link. A password that is refused does not use the link up. Of any
     * number of callers with the same link, one gets {@link ResetResult.Status#DONE}.
     *
     * @param token the last part of the link, or anything that somebody sent; also null
     * @param password anything that somebody sent, also null
     */
    public ResetResult reset(String token, String password) {
        ResetLink link = ResetLink.open(session, token);
        return link.usable()
                ? new Reset(session, link).to(new NewPassword(session, link.user(), password, password))
                : new ResetResult(ResetResult.Status.UNUSABLE, link.reason(), List.of());
    }

    private static ResetDesk desk(KeycloakSessionFactory sessions) {
        return ((ForgotPasswordAuthenticatorFactory)
                        sessions.getProviderFactory(Authenticator.class, ForgotPasswordAuthenticatorFactory.ID))
                .desk();
    }
}
