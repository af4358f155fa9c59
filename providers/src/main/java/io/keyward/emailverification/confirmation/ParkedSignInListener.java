package io.keyward.emailverification.confirmation;

import org.jboss.logging.Logger;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Undoes what a half-finished sign-in does to an account whose address somebody else has proved in the meantime. Keycloak
 * carries out the required action that a sign-in is parked at (a new password, say) before it asks any other action, and has
 * no way to find half-finished sign-ins of a user (keycloak/keycloak#49007). The event of the action comes within its
 * transaction, early enough to have all of it rolled back.
 */
final class ParkedSignInListener implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(ParkedSignInListener.class);

    private final KeycloakSession session;

    ParkedSignInListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
        if (event.getError() != null || signIn == null || signIn.getAuthenticatedUser() == null) {
            return;
        }
        ProofSession proof = new ProofSession(signIn);
        if (proof.required()
                && ProofState.of(session, signIn.getRealm(), proof, signIn.getAuthenticatedUser())
                        == ProofState.ELSEWHERE) {
            LOG.warnf(
                    "A half-finished sign-in of user %s tried %s after the address was proved elsewhere; undone",
                    signIn.getAuthenticatedUser().getId(), event.getType());
            session.getTransactionManager().setRollbackOnly();
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // Administrators sign in to their own realm; what they do to users is theirs to do.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
