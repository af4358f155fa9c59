package io.keyward.devicesession.ending;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.light.LightweightUserAdapter;

/**
 * What sign-ins of an account rest on: the stored password and the not-before. Who has noted it can tell later whether the
 * account was signed out everywhere in between. Compared for being the same, so clocks of nodes that differ do no harm. It
 * holds no secret; it is read from Keycloak's user cache, mostly without a query.
 *
 * @param notBefore seconds, as Keycloak keeps it; 0 for none
 * @param password which password it is: its id and the time it was chosen, which a hash that is made anew at a sign-in keeps.
 *     {@link #NONE} without one, or where a federation keeps it
 */
record AccountEpoch(int notBefore, String password, String userId) {

    static final String NONE = "-";

    /** The note by which a user session, and a sign-in under way, remembers. */
    private static final String NOTE = "keyward.epoch";

    static AccountEpoch of(KeycloakSession session, RealmModel realm, UserModel user) {
        if (LightweightUserAdapter.isLightweightUser(user)) {
            return new AccountEpoch(0, NONE, user.getId());
        }
        String password = user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(stored -> stamp(stored.getId(), stored.getCreatedDate()))
                .sorted()
                .collect(Collectors.joining(","));
        return new AccountEpoch(
                session.users().getNotBeforeOfUser(realm, user), password.isEmpty() ? NONE : password, user.getId());
    }

    /** Which password a stored one is. */
    static String stamp(String id, Number chosenAtMillis) {
        return id.replace(' ', '_') + "@" + chosenAtMillis;
    }

    /** What was noted, or null where there is nothing of this account. */
    static AccountEpoch noted(UserSessionModel userSession) {
        return read(userSession.getNote(NOTE), userSession.getUser());
    }

    /** As {@link #noted(UserSessionModel)}, from a note as it was written. */
    static AccountEpoch read(String note, UserModel user) {
        String[] parts = note == null ? new String[0] : note.split(" ", 3);
        return parts.length == 3 && user != null && parts[2].equals(user.getId())
                ? new AccountEpoch(Integer.parseInt(parts[0]), parts[1], parts[2])
                : null;
    }

    static String note() {
        return NOTE;
    }

    void noteAt(UserSessionModel userSession) {
        userSession.setNote(NOTE, value());
    }

    /** How it is written. The user's id comes last: those of federations may hold anything. */
    String value() {
        return notBefore + " " + password + " " + userId;
    }

    /** Seconds; 0 without a password, or where its time is not known. */
    long passwordChosenAt() {
        return Stream.of(password.split(","))
                        .map(stamp -> stamp.substring(stamp.lastIndexOf('@') + 1))
                        .filter(millis -> millis.matches("\\d{1,18}"))
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(0)
                / 1_000;
    }

    /** Whether the account was signed out everywhere after this was noted. A first password ends nothing. */
    boolean endedBy(AccountEpoch now) {
        return now.notBefore() > notBefore || !password.equals(NONE) && !password.equals(now.password());
    }
}
