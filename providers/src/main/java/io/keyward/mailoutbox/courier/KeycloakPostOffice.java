package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailBatch;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailTransportProvider;
import io.keyward.mailoutbox.OutboxProvider;
import io.keyward.tracing.Spans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The world as it is in Keycloak. */
record KeycloakPostOffice(KeycloakSessionFactory sessions, CourierConfig config) implements PostOffice {

    @Override
    public <T> T inTransaction(Function<OutboxProvider, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> work.apply(session.getProvider(OutboxProvider.class)));
    }

    @Override
    public Optional<RealmMail> realm(String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> Optional.ofNullable(session.realms().getRealm(realmId))
                        .map(realm -> RealmMail.of(realm, config)));
    }

    /**
     * The session outlives its transaction: authenticators need it for the vault and for HTTP, and a database connection shall
     * not wait for a mail server.
     */
    @Override
    public void send(RealmMail mailOf, List<Mail> mails, BooleanSupplier mayStart, Consumer<Delivery> results) {
        try (KeycloakSession session = sessions.create()) {
            session.getTransactionManager().begin();
            RealmModel realm = session.realms().getRealm(mailOf.realmId());
            if (realm == null) {
                mails.forEach(mail -> results.accept(Delivery.notTried(mail.id())));
                return;
            }
            session.getContext().setRealm(realm);
            Map<String, String> settings = MailBatch.settings(realm.getSmtpConfig());
            MailTransportProvider transport = session.getProvider(MailTransportProvider.class, mailOf.transport());
            session.getTransactionManager().commit();
            if (transport == null || settings.isEmpty()) {
                mails.forEach(mail ->
                        results.accept(new Delivery(mail.id(), Outcome.SERVER_FAILED, MailFailure.CONFIGURATION, 0)));
                return;
            }
            Spans.run(
                    session,
                    "keyward send mails",
                    () -> transport.send(
                            new MailBatch(mailOf.realmId(), mailOf.realmName(), settings, mails, mayStart), results));
        }
    }
}
