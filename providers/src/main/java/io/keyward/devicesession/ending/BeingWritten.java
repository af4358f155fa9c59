package io.keyward.devicesession.ending;

import io.keyward.devicesession.signout.LiveSessions;
import io.keyward.devicesession.signout.SignOut;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Retry;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sessions whose sign-in has committed, and which Keycloak has not written yet: it writes new ones (26.7) after the transaction
 * of the sign-in, a moment later. They are ended when they are there.
 */
record BeingWritten(String realmId, List<String> userSessionIds, String reason) {

    private static final Logger LOG = Logger.getLogger(BeingWritten.class);
    private static final int TRIES = 20;
    private static final int PAUSE_MILLIS = 50;

    void endAfterCompletion(KeycloakSession session) {
        if (userSessionIds.isEmpty()) {
            return;
        }
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                end(session);
            }

            @Override
            protected void rollbackImpl() {
                // Nothing ends.
            }
        });
    }

    private void end(KeycloakSession session) {
        try {
            Retry.execute(() -> endOrTryAgain(session), TRIES, PAUSE_MILLIS);
        } catch (RuntimeException e) {
            // Refresh tokens of theirs are refused all the same: their lines have ended.
            LOG.warnf(
                    "Sessions %s were being made when everything of their user was ended, and could not be ended: %s",
                    userSessionIds, e.getClass().getName());
        }
    }

    private void endOrTryAgain(KeycloakSession session) {
        boolean all = KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                this::endThoseThere,
                "sessions of an account that was signed out everywhere");
        if (!all) {
            throw new IllegalStateException("some are not there yet");
        }
    }

    private boolean endThoseThere(KeycloakSession own) {
        RealmModel realm = own.realms().getRealm(realmId);
        own.getContext().setRealm(realm);
        LiveSessions sessions = new LiveSessions(own, realm);
        List<String> there = userSessionIds.stream().filter(sessions::stored).toList();
        new SignOut(own, realm).sessions(there, reason);
        return there.size() == userSessionIds.size();
    }
}
