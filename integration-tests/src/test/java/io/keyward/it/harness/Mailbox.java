package io.keyward.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.stack.CaughtMail;
import io.keyward.stack.MailCatcher;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The mails that were caught, by the address they went to. Reading a mail turns to the next one. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailCatcher catcher;
    private final Database database;
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    Mailbox(MailCatcher catcher, Database database) {
        this.catcher = catcher;
        this.database = database;
    }

    /** Waits for the next mail to the address, the oldest one that was not read before. */
    public Mail next(String address) {
        CaughtMail mail = await("a mail to " + address)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> unread(address), found -> !found.isEmpty())
                .get(0);
        read.add(mail.id());
        return Mail.of(mail);
    }

    /**
     * Fails when there is an unread mail to {@code address}. Looking too early proves nothing, so this first waits for a
     * mail at {@code barrier} that the test has caused after whatever must not have sent one, and for all that is under way.
     */
    public void none(String address, String barrier) {
        next(barrier);
        awaitDelivery();
        assertThat(unread(address)).as("unread mails to " + address).isEmpty();
    }

    /** How many mails have come to the address, read or not, once all that were written so far have been delivered. */
    public int count(String address) {
        awaitDelivery();
        return catcher.to(address).size();
    }

    /** Nobody takes mails in while the work runs. */
    public void whileOffline(Runnable work) {
        catcher.goOffline();
        try {
            work.run();
        } finally {
            catcher.goOnline();
        }
    }

    /** Mail leaves the server after the page that caused it. */
    private void awaitDelivery() {
        await("all mail to be delivered")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> database.count("select count(*) from keyward_mail where finished_at is null") == 0);
    }

    private List<CaughtMail> unread(String address) {
        return catcher.to(address).stream()
                .filter(mail -> !read.contains(mail.id()))
                .toList();
    }
}
