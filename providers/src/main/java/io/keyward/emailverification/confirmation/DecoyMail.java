package io.keyward.emailverification.confirmation;

import io.keyward.mailoutbox.sender.OutboxEmailSenderProviderFactory;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/**
 * What a mail costs, where none is to be sent: it is written to the outbox, with its token, and rolled back. Else the time of the
 * answer would tell whether one was sent (ADR 5). Where a realm does without the outbox there is nothing that could be taken back,
 * and nothing is done.
 */
final class DecoyMail {

    private static final Logger LOG = Logger.getLogger(DecoyMail.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    DecoyMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Somebody without an account, in a transaction that is rolled back. */
    record Nobody(KeycloakSession session, RealmModel realm, UserModel user) {}

    /** Lets something be mailed to this address, and takes it back. What goes wrong fails nobody. */
    void to(String address, Consumer<Nobody> mailing) {
        if (!OutboxEmailSenderProviderFactory.takes(session, realm)) {
            return;
        }
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own -> rolledBack(own, address, mailing));
        } catch (RuntimeException e) {
            LOG.warnf("A decoy could not be made (%s)", e.getClass().getName());
        }
    }

    private static void rolledBack(KeycloakSession own, String address, Consumer<Nobody> mailing) {
        own.getTransactionManager().setRollbackOnly();
        RealmModel realm = own.getContext().getRealm();
        UserModel user = new InMemoryUserAdapter(own, realm, UUID.randomUUID().toString());
        user.setUsername(address);
        user.setEmail(address);
        mailing.accept(new Nobody(own, realm, user));
        own.getProvider(JpaConnectionProvider.class).getEntityManager().flush();
    }
}
