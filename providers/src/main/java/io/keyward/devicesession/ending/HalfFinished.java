package io.keyward.devicesession.ending;

import io.keyward.devicesession.DeviceSettings;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A sign-in under way in a browser. Keycloak cannot find those of a user (keycloak/keycloak#49007), so each remembers the
 * {@link AccountEpoch} it rests on, from when its password was found right; or else from when it came to the required actions.
 */
public final class HalfFinished {

    private final KeycloakSession session;
    private final AuthenticationSessionModel signIn;

    public HalfFinished(KeycloakSession session, AuthenticationSessionModel signIn) {
        this.session = session;
        this.signIn = signIn;
    }

    /** The one of this request, in a realm that has asked for devices. */
    static Optional<HalfFinished> current(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getAuthenticationSession())
                .filter(signIn -> DeviceSettings.asked(signIn.getRealm()))
                .map(signIn -> new HalfFinished(session, signIn));
    }

    /** Whose sign-in it is, or null before that is known. */
    UserModel user() {
        return signIn.getAuthenticatedUser();
    }

    boolean of(UserModel user) {
        return user.equals(user());
    }

    /** From now on it rests on the account as it is. */
    void restsOnNow(UserModel user) {
        String now = AccountEpoch.of(session, signIn.getRealm(), user).value();
        signIn.setAuthNote(AccountEpoch.note(), now);
        // The user session that it becomes will know, too; one that is there already has its own.
        if (!AuthenticatorUtil.isSSOAuthentication(signIn)) {
            signIn.setUserSessionNote(AccountEpoch.note(), now);
        }
    }

    /** The same, unless something is noted already. */
    public void restsOnNowUnlessNoted() {
        if (user() != null && noted() == null) {
            restsOnNow(user());
        }
    }

    /** Whether its account was signed out everywhere since. Nothing that it asks for may happen then. */
    public boolean over() {
        AccountEpoch noted = noted();
        return noted != null && noted.endedBy(AccountEpoch.of(session, signIn.getRealm(), user()));
    }

    /**
     * The user session that it belongs to, if there is one: Keycloak gives both the same id. Null for a link that was mailed,
     * which may be opened in any browser.
     */
    String userSessionId() {
        boolean byLink = signIn.getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS) != null
                || signIn.getAuthNote(AuthenticationManager.INVALIDATE_ACTION_TOKEN) != null;
        return byLink ? null : signIn.getParentSession().getId();
    }

    private AccountEpoch noted() {
        return AccountEpoch.read(signIn.getAuthNote(AccountEpoch.note()), user());
    }
}
