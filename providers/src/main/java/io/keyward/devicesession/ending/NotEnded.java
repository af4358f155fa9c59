package io.keyward.devicesession.ending;

import org.keycloak.models.AbstractKeycloakTransaction;

/**
 * Keeps a transaction from being committed in which something could not be ended, and whoever asked for it from being told that it
 * was done: the commit fails. Keycloak (26.7) keeps what a listener throws to itself, and answers to a transaction that is only
 * marked for rollback as if it had been committed.
 */
final class NotEnded extends AbstractKeycloakTransaction {

    private final RuntimeException cause;

    NotEnded(RuntimeException cause) {
        this.cause = cause;
    }

    @Override
    protected void commitImpl() {
        throw new IllegalStateException("What was open could not be ended, so the password stays as it was", cause);
    }

    @Override
    protected void rollbackImpl() {
        // Nothing was done.
    }
}
