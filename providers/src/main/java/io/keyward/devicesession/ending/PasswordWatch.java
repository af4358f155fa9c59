package io.keyward.devicesession.ending;

import io.keyward.devicesession.DeviceSettings;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Keycloak's own keeper of passwords, watched: every way to set one that Keycloak itself stores comes here, whether or not an
 * event tells of it. Who sets it fails with us: the transaction is marked before anything is thrown, since some callers take an
 * exception for a refused password, and would commit.
 *
 * <p>A hash that is made anew at a sign-in does not come here, nor does one that an import gives to a new account change anything.
 */
final class PasswordWatch extends PasswordCredentialProvider {

    /** For the page on which the password was typed. */
    static final String OVER = "keywardSignInOver";

    private final PasswordCredentialProvider original;

    /** @param original counts how checks end, as the server's metrics are configured */
    PasswordWatch(KeycloakSession session, PasswordCredentialProvider original) {
        super(session, null, false, false, false, false, false);
        this.original = original;
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        boolean valid = original.isValid(realm, user, input);
        if (valid) {
            HalfFinished.current(session).ifPresent(signIn -> signIn.restsOnNow(user));
        }
        return valid;
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, PasswordCredentialModel chosen) {
        if (!DeviceSettings.asked(realm)) {
            return super.createCredential(realm, user, chosen);
        }
        refuseHalfFinished(user);
        boolean another = getPassword(realm, user) != null;
        CredentialModel stored = super.createCredential(realm, user, chosen);
        try {
            Ending ending = new Ending(session, realm);
            if (another) {
                ending.passwordChanged(user);
            } else {
                // No session can rest on a password that was not there.
                ending.seen(user);
            }
        } catch (RuntimeException e) {
            session.getTransactionManager().setRollbackOnly();
            throw e;
        }
        return stored;
    }

    /** Somebody who knew the password before the last one may stand at "Update password". */
    private void refuseHalfFinished(UserModel user) {
        boolean over = HalfFinished.current(session)
                .filter(signIn -> signIn.of(user))
                .filter(HalfFinished::over)
                .isPresent();
        if (over) {
            session.getTransactionManager().setRollbackOnly();
            throw new ModelException(OVER);
        }
    }
}
