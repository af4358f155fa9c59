package io.keyward.devicesession.notice;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.ending.Ending;
import io.keyward.devicesession.signout.SignOut;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Carries out "this wasn't me": nothing that a thief may have opened stays open, and what he knows is worth nothing. All of it
 * happens in the transaction of the request (docs/decisions/0010-this-wasnt-me.md says why each part is done).
 */
final class Lockdown {

    private static final String REASON = "not-me";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final NotMeLink link;
    private final UserModel user;

    Lockdown(KeycloakSession session, NotMeLink link) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
        this.user = link.user();
    }

    /** Of any number of callers with the same link, one locks. @return how the person goes on, or empty for the others */
    Optional<Next> run() {
        boolean first = session.getProvider(OneTimeTokenProvider.class)
                .consume(realm.getId(), link.token().id(), REASON);
        if (!first) {
            return Optional.empty();
        }
        // First: whoever signs in this moment with the password has a session by then, or gets none.
        List<CredentialModel> removed = removeCredentials();
        signOutEverywhere();
        removed.forEach(credential -> event(EventType.REMOVE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, credential.getType())
                .success());
        event(EventType.LOGOUT).success();
        return Optional.of(next(removed.stream().anyMatch(Lockdown::isPassword)));
    }

    private void signOutEverywhere() {
        // Forgotten ones are not among those of the user.
        link.device().ifPresent(device -> new SignOut(session, realm).device(device, REASON));
        new Ending(session, realm).everything(user, REASON);
        DeviceSessionProvider store = session.getProvider(DeviceSessionProvider.class);
        link.device().ifPresent(device -> store.devices().remove(realm.getId(), device.id()));
    }

    /** The password is known to somebody; other credentials are, if they came after him. @return what was removed */
    private List<CredentialModel> removeCredentials() {
        List<CredentialModel> bad = user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> isPassword(credential) || addedSince(credential))
                .toList();
        bad.forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
        return bad;
    }

    private static boolean isPassword(CredentialModel credential) {
        return PasswordCredentialModel.TYPE.equals(credential.getType());
    }

    private boolean addedSince(CredentialModel credential) {
        return !PasswordCredentialModel.PASSWORD_HISTORY.equals(credential.getType())
                && credential.getCreatedDate() != null
                && !Instant.ofEpochMilli(credential.getCreatedDate())
                        .isBefore(link.token().issuedAt());
    }

    private Next next(boolean hadPassword) {
        boolean elsewhere = !hadPassword && user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
        if (!hadPassword && !elsewhere) {
            // Whoever reads the mail must not give a password to an account that never had one.
            return Next.NO_PASSWORD;
        }
        boolean mailed = link.sameAddress() && new PasswordReset(session, realm).mail(user);
        if (elsewhere) {
            return mailed ? Next.MAILED_ELSEWHERE : Next.ELSEWHERE;
        }
        return mailed ? Next.MAILED : Next.ASK;
    }

    private EventBuilder event(EventType type) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .user(user)
                .detail(Details.REASON, REASON);
    }

    /** How the person goes on. */
    enum Next {
        /** By the mail with a link to choose a password. */
        MAILED,
        /** The same; but the old password works until then, for it is kept in a user federation. */
        MAILED_ELSEWHERE,
        /** With a new password where the federation keeps it. */
        ELSEWHERE,
        /** As before: the account has no password. */
        NO_PASSWORD,
        /** With the help of an administrator: a mail may not choose the password, or would go to another address. */
        ASK;

        /** The word for the page. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
