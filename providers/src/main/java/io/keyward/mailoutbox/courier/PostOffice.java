package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.OutboxProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the courier needs of the world: the store, the realms, and a way out. */
interface PostOffice {

    /** Runs in a transaction of its own. */
    <T> T inTransaction(Function<OutboxProvider, T> work);

    /** How a realm's mail is sent; empty if the realm is gone. */
    Optional<RealmMail> realm(String realmId);

    /** Sends outside any transaction; see {@link io.keyward.mailoutbox.MailTransportProvider}. */
    void send(RealmMail realm, List<Mail> mails, BooleanSupplier mayStart, Consumer<Delivery> results);
}
