package io.keyward.devicesession.notice;

import io.keyward.mailoutbox.sender.OutboxEmailSenderProviderFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Turns notices into mails. Where the realm uses the outbox, a mail is written in the transaction of what it tells of: it is
 * there if that happened, and only then. Elsewhere Keycloak's own sender waits for a mail server, and takes back nothing; so the
 * mail is sent when the transaction is over, and not if it was rolled back. What goes wrong is logged, and marks no transaction.
 */
final class NoticeMail {

    private static final Logger LOG = Logger.getLogger(NoticeMail.class);

    private NoticeMail() {}

    static void send(KeycloakSession session, RealmModel realm, UserModel user, Notice notice) {
        if (OutboxEmailSenderProviderFactory.takes(session, realm)) {
            inRealm(session, realm, () -> write(session, realm, user, notice));
        } else {
            sendAfterCommit(session, realm.getId(), notice);
        }
    }

    /** Jobs, and administrators of another realm, come with another one, or none. */
    private static void inRealm(KeycloakSession session, RealmModel realm, Runnable work) {
        RealmModel before = session.getContext().getRealm();
        if (before != null && before.getId().equals(realm.getId())) {
            work.run();
            return;
        }
        session.getContext().setRealm(realm);
        try {
            work.run();
        } finally {
            session.getContext().setRealm(before);
        }
    }

    private static void write(KeycloakSession session, RealmModel realm, UserModel user, Notice notice) {
        try (AccountLanguage language = new AccountLanguage(session, realm, user)) {
            Map<String, Object> values = new HashMap<>(notice.values());
            values.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
            values.put("when", notice.when(session.getContext().resolveLocale(language.user(), true)));
            notice.kind().hints(notice.userId(), notice.at()).set(session);
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(language.user())
                    .send(
                            notice.kind().subject(),
                            List.of(Shown.name(realm)),
                            notice.kind().template(),
                            values,
                            notice.address());
        } catch (EmailException e) {
            // Jakarta Mail puts addresses into its messages: only the kind of failure is logged.
            LOG.errorf(
                    "Could not be sent: %s (%s)",
                    notice, rootCause(e).getClass().getName());
        }
    }

    private static void sendAfterCommit(KeycloakSession session, String realmId, Notice notice) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                try {
                    KeycloakModelUtils.runJobInTransaction(
                            session.getKeycloakSessionFactory(), own -> sendNow(own, realmId, notice));
                } catch (RuntimeException e) {
                    LOG.errorf(
                            "Could not be sent: %s (%s)", notice, e.getClass().getName());
                }
            }

            @Override
            protected void rollbackImpl() {
                // It did not happen.
            }
        });
    }

    private static void sendNow(KeycloakSession own, String realmId, Notice notice) {
        RealmModel realm = own.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        // Keycloak looks up users of a realm only in a session that is bound to it.
        own.getContext().setRealm(realm);
        UserModel user = own.users().getUserById(realm, notice.userId());
        if (user != null) {
            write(own, realm, user, notice);
        }
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
