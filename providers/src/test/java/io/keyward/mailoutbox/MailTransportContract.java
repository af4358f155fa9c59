package io.keyward.mailoutbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.mailoutbox.Delivery.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link MailTransportProvider} promises. A transport of your own passes it, too. */
public abstract class MailTransportContract {

    /** The transport, whose server takes everything but what the other methods say. */
    protected abstract MailTransportProvider transport();

    /** Settings of the realm that lead to that server. */
    protected abstract Map<String, String> config();

    /** Addresses whose mail was taken, in order. */
    protected abstract List<String> arrived();

    /** From now on the server refuses this address for good. */
    protected abstract void refuse(String address);

    /** From now on there is no server. */
    protected abstract void stopServer();

    @Test
    void reportsEachMailOnce() {
        List<Mail> mails = mails(25);
        List<Delivery> results = send(mails);
        assertThat(results).extracting(Delivery::mailId).containsExactlyElementsOf(ids(mails));
        assertThat(results).extracting(Delivery::outcome).containsOnly(Outcome.SENT);
        assertThat(arrived())
                .containsExactlyElementsOf(mails.stream().map(Mail::address).toList());
    }

    @Test
    void anEmptyBatchIsNothing() {
        assertThat(send(List.of())).isEmpty();
    }

    @Test
    void aRefusedMailFailsAlone() {
        List<Mail> mails = mails(5);
        refuse(mails.get(2).address());
        assertThat(send(mails))
                .extracting(Delivery::outcome)
                .containsExactly(Outcome.SENT, Outcome.SENT, Outcome.REFUSED, Outcome.SENT, Outcome.SENT);
        assertThat(arrived()).hasSize(4).doesNotContain(mails.get(2).address());
    }

    @Test
    void anImpossibleAddressFailsAlone() {
        List<Mail> mails = new ArrayList<>(mails(2));
        mails.add(1, mail("x\r\nRCPT TO:<thief@example.org>"));
        assertThat(send(mails))
                .extracting(Delivery::outcome)
                .containsExactlyInAnyOrder(Outcome.SENT, Outcome.REFUSED, Outcome.SENT);
        assertThat(arrived()).noneMatch(address -> address.contains("thief"));
    }

    @Test
    void stopsWhenItMayNotStart() {
        AtomicInteger left = new AtomicInteger(3);
        List<Mail> mails = mails(10);
        List<Delivery> results = send(mails, () -> left.getAndDecrement() > 0);
        assertThat(results).extracting(Delivery::mailId).containsExactlyInAnyOrderElementsOf(ids(mails));
        assertThat(results.stream().filter(result -> result.outcome() == Outcome.SENT))
                .hasSize(arrived().size())
                .hasSizeLessThanOrEqualTo(3);
        assertThat(results).extracting(Delivery::outcome).contains(Outcome.NOT_TRIED);
    }

    @Test
    void withoutAServerOneIsTriedAndTheRestIsNot() {
        stopServer();
        assertThat(send(mails(3)))
                .extracting(Delivery::outcome)
                .containsExactly(Outcome.SERVER_FAILED, Outcome.NOT_TRIED, Outcome.NOT_TRIED);
    }

    protected List<Delivery> send(List<Mail> mails) {
        return send(mails, () -> true);
    }

    protected List<Delivery> send(List<Mail> mails, BooleanSupplier mayStart) {
        List<Delivery> results = new ArrayList<>();
        transport().send(new MailBatch("realm-id", "Rëalm", config(), mails, mayStart), results::add);
        return results;
    }

    protected static List<Mail> mails(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> mail("user" + i + "@example.org"))
                .toList();
    }

    protected static Mail mail(String address) {
        return mail(address, new MailContent("Subject", "Hello\n.\n..dots", "<p>Hello</p>"));
    }

    protected static Mail mail(String address, MailContent content) {
        String id = UUID.randomUUID().toString();
        return new Mail(
                id,
                "<" + id + "@example.org>",
                "password-reset",
                address,
                content,
                Instant.ofEpochSecond(1_000_000_000));
    }

    protected static List<String> ids(List<Mail> mails) {
        return mails.stream().map(Mail::id).toList();
    }
}
