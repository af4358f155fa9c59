package io.keyward.mailoutbox.mailtrap;

import io.keyward.mailoutbox.DeliveryReport.Kind;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailRecords;
import io.keyward.mailoutbox.MailReported;
import io.keyward.mailoutbox.OutboxProvider;
import io.micrometer.core.instrument.Metrics;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Writes down what Mailtrap says about mails of one realm, and spreads what is news. Only mails that this realm has sent count,
 * and only as long as their records are kept. What comes again changes nothing.
 */
final class Reports {

    private static final Logger LOG = Logger.getLogger(Reports.class);
    private static final String METER = "keyward.mail.reports";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final MailRecords records;

    Reports(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.records = session.getProvider(OutboxProvider.class).records();
    }

    /** Whether it was news. */
    boolean take(WebhookEvent event) {
        Optional<MailRecord> mail = records.find(realm.getId(), event.outboxId());
        // Once the realm's key is gone nobody can tell to whom the mail went.
        if (mail.isEmpty()
                || (mail.get().address() != null && !event.isTo(mail.get().address()))
                || !records.report(realm.getId(), event.outboxId(), event.report())) {
            return false;
        }
        count(event.report().kind());
        session.getKeycloakSessionFactory()
                .publish(new MailReported(session, realm, mail.get(), event.report(), event.unreachable()));
        return true;
    }

    private void count(Kind kind) {
        Metrics.counter(METER, "event", kind.word()).increment();
        if (kind == Kind.SUSPENDED) {
            LOG.warnf(
                    "Mailtrap holds back mail of realm %s because of its sender: look at the sending domain and the plan",
                    realm.getName());
        }
    }
}
