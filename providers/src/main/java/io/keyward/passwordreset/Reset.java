package io.keyward.passwordreset;

import io.keyward.devicesession.ending.Ending;
import io.keyward.emailverification.confirmation.NewPassword;
import io.keyward.emailverification.confirmation.TakeOver;
import io.keyward.emailverification.proof.ProofMethod;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.storage.ReadOnlyException;

/**
 * Uses a link up, sets the password and ends whatever is open of the account, all in the transaction of the request. A realm that
 * has asked for devices ends it with every changed password; by a mailed link it is ended in any realm, also where a federation
 * keeps the password.
 */
final class Reset {

    private static final Logger LOG = Logger.getLogger(Reset.class);
    private static final String METHOD = "reset-link";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ResetLink link;
    private final UserModel user;

    /** @param link a usable one */
    Reset(KeycloakSession session, ResetLink link) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
        this.user = link.user();
    }

    ResetResult to(NewPassword password) {
        List<FormMessage> errors = password.errors();
        if (!errors.isEmpty()) {
            return new ResetResult(ResetResult.Status.PASSWORD_REFUSED, null, errors);
        }
        boolean first = session.getProvider(OneTimeTokenProvider.class)
                .consume(realm.getId(), link.token().id(), METHOD);
        if (!first) {
            return new ResetResult(ResetResult.Status.UNUSABLE, "used", List.of());
        }
        boolean proves = link.proves();
        if (!set(password, proves)) {
            // Nothing of it shall be left: neither the use of the link, nor what was taken away.
            session.getTransactionManager().setRollbackOnly();
            return new ResetResult(ResetResult.Status.NOT_CHANGEABLE, null, List.of());
        }
        new Ending(session, realm).everything(user, METHOD);
        user.removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        tell(proves);
        return new ResetResult(ResetResult.Status.DONE, null, List.of());
    }

    private boolean set(NewPassword password, boolean proves) {
        try {
            return proves ? new TakeOver(session, realm).by(user, password, ProofMethod.RESET) : password.set();
        } catch (ReadOnlyException | ModelException e) {
            LOG.warnf(
                    "The password of user %s cannot be changed: %s",
                    user.getId(), e.getClass().getName());
            return false;
        }
    }

    private void tell(boolean proves) {
        if (proves) {
            event(EventType.VERIFY_EMAIL).success();
        }
        // Keycloak 26.7 tells of one change by both.
        event(EventType.UPDATE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                .success();
        event(EventType.UPDATE_PASSWORD)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                .success();
    }

    private EventBuilder event(EventType type) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .user(user)
                .detail("method", METHOD);
    }
}
