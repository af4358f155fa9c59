package io.keyward.devicesession.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Turns a notice into a mail and hands it to the realm's mail server, in a session of its own that knows of no request. Not for
 * users who have been disabled or removed since.
 */
final class NoticeMail {

    private static final Logger LOG = Logger.getLogger(NoticeMail.class);

    private final KeycloakSessionFactory factory;

    NoticeMail(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** A mail that cannot be sent is logged. */
    void send(Notice notice) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> send(session, notice));
    }

    private static void send(KeycloakSession session, Notice notice) {
        RealmModel realm = session.realms().getRealm(notice.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, notice.userId());
        if (user == null || !user.isEnabled()) {
            return;
        }
        // The language of the account or the realm: that of the request might be a thief's.
        Locale locale = session.getContext().resolveLocale(user);
        Map<String, Object> values = new HashMap<>(notice.values());
        values.put("when", notice.when(locale));
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .send(notice.subject(), List.of(Shown.name(realm)), notice.template(), values, notice.address());
        } catch (EmailException e) {
            // Jakarta Mail puts addresses into its messages: only the kind of failure is logged.
            LOG.errorf(
                    "Could not be sent: %s (%s)",
                    notice, rootCause(e).getClass().getName());
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
