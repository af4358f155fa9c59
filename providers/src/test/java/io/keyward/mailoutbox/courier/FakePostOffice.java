package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.OutboxProvider;
import io.keyward.mailoutbox.jpa.JpaOutboxes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** A real store, and servers that do as they are told. */
final class FakePostOffice implements PostOffice {

    private final JpaOutboxes outboxes;
    final Map<String, RealmMail> realms = new ConcurrentHashMap<>();
    final Map<String, Function<Mail, Delivery>> servers = new ConcurrentHashMap<>();
    final List<String> tried = Collections.synchronizedList(new ArrayList<>());
    volatile int failingTransactions;

    FakePostOffice(JpaOutboxes outboxes) {
        this.outboxes = outboxes;
    }

    void realm(String realmId, RateLimit rate, Function<Mail, Delivery> server) {
        realms.put(realmId, new RealmMail(realmId, realmId, "fake", 2, rate));
        servers.put(realmId, server);
    }

    @Override
    public <T> T inTransaction(Function<OutboxProvider, T> work) {
        if (failingTransactions > 0) {
            failingTransactions--;
            throw new IllegalStateException("the database restarts");
        }
        return outboxes.inTransaction(work);
    }

    @Override
    public Optional<RealmMail> realm(String realmId) {
        return Optional.ofNullable(realms.get(realmId));
    }

    @Override
    public void send(RealmMail realm, List<Mail> mails, BooleanSupplier mayStart, Consumer<Delivery> results) {
        for (Mail mail : mails) {
            if (mayStart.getAsBoolean()) {
                tried.add(mail.id());
                results.accept(servers.get(realm.realmId()).apply(mail));
            } else {
                results.accept(Delivery.notTried(mail.id()));
            }
        }
    }
}
