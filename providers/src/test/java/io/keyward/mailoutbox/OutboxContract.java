package io.keyward.mailoutbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyward.mailoutbox.Claim.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

/** What every {@link OutboxProvider} promises. A store of your own passes it, too. */
public abstract class OutboxContract {

    protected static final String ADDRESS = "Ann.Öz@exämple.org";
    protected static final MailContent CONTENT = new MailContent(
            "Réset your password \uD83D\uDE00", "https://kc.example/reset?key=SECRET-LINK", "<a href='SECRET-LINK'>");
    private static final Duration LEASE = Duration.ofMinutes(5);

    protected final String realm = UUID.randomUUID().toString();
    private final String user = UUID.randomUUID().toString();

    /** Runs in a transaction of its own, also when many threads come at once; an exception rolls back. */
    protected abstract <T> T inTransaction(Function<OutboxProvider, T> work);

    /** Every value that is stored, as text. */
    protected abstract List<String> everythingStored();

    /** Gives the realm another active key and keeps the old one. */
    protected abstract void rotateKey(String realmId);

    /** Takes all keys from the realm and gives it a new one. */
    protected abstract void loseKeys(String realmId);

    /** Puts the sealed content of one mail in the place of that of another. */
    protected abstract void swapContent(String fromId, String toId);

    @AfterEach
    void backToNow() {
        Time.setOffset(0);
        run(outbox -> outbox.records().removeRealm(realm));
    }

    @Test
    void bringsBackWhatWasWritten() {
        Instant before = now();
        String id = enqueue(mail(Urgency.URGENT, now().plus(Duration.ofHours(1))));
        Claimed claimed = claim(10).mails().get(0);
        assertThat(claimed.mail().id()).isEqualTo(id);
        assertThat(claimed.mail().address()).isEqualTo(ADDRESS);
        assertThat(claimed.mail().content()).isEqualTo(CONTENT);
        assertThat(claimed.mail().purpose()).isEqualTo("password-reset");
        assertThat(claimed.mail().messageId()).isEqualTo("<" + id + "@example.org>");
        assertThat(claimed.mail().createdAt()).isBetween(before, now());
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.expiresAt()).isNotNull();
    }

    @Test
    void aRolledBackMailWasNeverThere() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> inTransaction(outbox -> {
                    outbox.enqueue(mail(Urgency.NORMAL, null));
                    throw new UnsupportedOperationException();
                }));
        assertThat(claim(10).mails()).isEmpty();
        assertThat(count(MailStatus.QUEUED)).isZero();
    }

    @Test
    void needsNoTextAndNoUser() {
        enqueue(new OutgoingMail(
                realm, null, "other", Urgency.NORMAL, null, "h", ADDRESS, new MailContent("s", null, null)));
        assertThat(claim(1).mails().get(0).mail().content()).isEqualTo(new MailContent("s", null, null));
    }

    @Test
    void urgentOnesGoFirstThenTheOldest() {
        String first = enqueue();
        Time.setOffset(1);
        String second = enqueue();
        Time.setOffset(2);
        String urgent = enqueue(mail(Urgency.URGENT, null));
        assertThat(ids(claim(2))).containsExactly(urgent, first);
        assertThat(ids(claim(2))).containsExactly(second);
    }

    @Test
    void isClaimedOnceByManyAtATime() throws Exception {
        Set<String> written = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            written.add(enqueue());
        }
        List<String> claimed = new ArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> couriers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                couriers.add(crowd.submit(this::claimAll));
            }
            for (Future<List<String>> courier : couriers) {
                claimed.addAll(courier.get());
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    private List<String> claimAll() throws ExecutionException {
        List<String> all = new ArrayList<>();
        // Others may hold what is left, so an empty claim is not the end while there are due mails.
        for (int empty = 0; empty < 20; ) {
            List<String> some = ids(claim(7));
            empty = some.isEmpty() ? empty + 1 : 0;
            all.addAll(some);
        }
        return all;
    }

    @Test
    void aClaimIsOfOneRealm() {
        enqueue();
        String other = UUID.randomUUID().toString();
        assertThat(this.<Claim>inTransaction(outbox -> outbox.claims().claim(other, 10, LEASE))
                        .mails())
                .isEmpty();
        assertThat(this.<List<String>>inTransaction(outbox -> outbox.claims().dueRealms(1_000)))
                .contains(realm)
                .doesNotContain(other);
    }

    @Test
    void comesBackWhenTheLeaseEnds() {
        enqueue();
        Claim dead = claim(10);
        assertThat(dead.until()).isBetween(now().plus(LEASE).minusSeconds(5), now().plus(LEASE));
        Time.setOffset((int) LEASE.toSeconds() - 5);
        assertThat(claim(10).mails()).isEmpty();
        assertThat(count(MailStatus.SENDING)).isEqualTo(1);
        Time.setOffset((int) LEASE.toSeconds() + 1);
        Claim alive = claim(10);
        assertThat(alive.mails()).hasSize(1);
        assertThat(alive.mails().get(0).attempts()).isEqualTo(2);
        assertThat(alive.mails().get(0).mail()).isEqualTo(dead.mails().get(0).mail());
        assertThat(settle(dead, Settlement.failed(id(dead), MailFailure.RECIPIENT, 550)))
                .as("a late result of the first courier")
                .isZero();
        assertThat(settle(alive, Settlement.sent(id(alive)))).isEqualTo(1);
        assertThat(find(id(alive)).status()).isEqualTo(MailStatus.SENT);
    }

    @Test
    void isSentOnce() {
        String id = enqueue();
        settleAll(Settlement::sent);
        MailRecord record = find(id);
        assertThat(record.status()).isEqualTo(MailStatus.SENT);
        assertThat(record.finishedAt()).isNotNull();
        assertThat(record.dueAt()).isNull();
        assertThat(record.address()).isEqualTo(ADDRESS);
        Time.setOffset(100_000);
        assertThat(claim(10).mails()).isEmpty();
    }

    @Test
    void isRetriedWhenItIsDue() {
        String id = enqueue();
        Instant later = now().plusSeconds(60);
        settleAll(mail -> Settlement.retry(mail, later, MailFailure.CONNECTION, 421));
        MailRecord record = find(id);
        assertThat(record.status()).isEqualTo(MailStatus.RETRYING);
        assertThat(record.failure()).isEqualTo(MailFailure.CONNECTION);
        assertThat(record.replyCode()).isEqualTo(421);
        assertThat(record.dueAt()).isEqualTo(Instant.ofEpochMilli(later.toEpochMilli()));
        assertThat(claim(10).mails()).isEmpty();
        Time.setOffset(61);
        assertThat(claim(10).mails().get(0).attempts()).isEqualTo(2);
    }

    @Test
    void whatWasNotTriedIsAsBefore() {
        String id = enqueue();
        settleAll(mail -> Settlement.released(mail, now()));
        assertThat(find(id).status()).isEqualTo(MailStatus.QUEUED);
        assertThat(find(id).attempts()).isZero();
        settleAll(mail -> Settlement.retry(mail, now(), MailFailure.CONNECTION, 0));
        settleAll(mail -> Settlement.released(mail, now()));
        assertThat(find(id).status()).isEqualTo(MailStatus.RETRYING);
        assertThat(find(id).attempts()).isEqualTo(1);
    }

    @Test
    void nothingIsReadableWhileItWaitsAndTheContentIsGoneAfterwards() {
        enqueue();
        assertThat(everythingStored())
                .noneMatch(value -> value.contains("SECRET-LINK") || value.contains("Réset") || value.contains("Öz"));
        int stored = longest();
        settleAll(Settlement::sent);
        assertThat(longest()).as("the longest value").isLessThan(stored);
        enqueue();
        settleAll(mail -> Settlement.failed(mail, MailFailure.RECIPIENT, 550));
        assertThat(longest()).isLessThan(stored);
    }

    private int longest() {
        return everythingStored().stream().mapToInt(String::length).max().orElse(0);
    }

    @Test
    void twoMailsOfTheSameContentLookDifferent() {
        enqueue();
        enqueue();
        assertThat(everythingStored().stream().filter(value -> value.length() > 60))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRotatedKeyStillOpens() {
        enqueue();
        rotateKey(realm);
        enqueue();
        assertThat(claim(10).mails())
                .extracting(claimed -> claimed.mail().content())
                .containsExactly(CONTENT, CONTENT);
    }

    @Test
    void aLostKeyFailsTheMailAndNoOther() {
        String lost = enqueue();
        loseKeys(realm);
        String kept = enqueue();
        assertThat(ids(claim(10))).containsExactly(kept);
        MailRecord record = find(lost);
        assertThat(record.status()).isEqualTo(MailStatus.FAILED);
        assertThat(record.failure()).isEqualTo(MailFailure.KEY_LOST);
        assertThat(record.address()).isNull();
    }

    @Test
    void aContentOfAnotherRowIsNotOpened() {
        String one = enqueue();
        String two = enqueue();
        swapContent(one, two);
        assertThat(ids(claim(10))).containsExactly(one);
        assertThat(find(two).failure()).isEqualTo(MailFailure.UNREADABLE);
    }

    @Test
    void whatHasExpiredIsNotHandedOut() {
        String id = enqueue(mail(Urgency.URGENT, now().plusSeconds(60)));
        Time.setOffset(61);
        assertThat(claim(10).mails()).isEmpty();
        assertThat(find(id).status()).isEqualTo(MailStatus.EXPIRED);
    }

    @Test
    void expiresByItselfUnlessACourierHoldsIt() {
        String id = enqueue(mail(Urgency.NORMAL, now().plusSeconds(60)));
        enqueue();
        assertThat(expire()).isZero();
        Claim claim = claim(10);
        Time.setOffset(61);
        assertThat(expire()).isZero();
        settle(claim, Settlement.retry(id, now().plusSeconds(60), MailFailure.CONNECTION, 0));
        assertThat(expire()).isEqualTo(1);
        assertThat(find(id).status()).isEqualTo(MailStatus.EXPIRED);
        assertThat(expire()).isZero();
    }

    @Test
    void countsAndLists() {
        String first = enqueue();
        settleAll(Settlement::sent);
        Time.setOffset(1);
        String second = enqueue();
        Time.setOffset(2);
        String third = enqueue();
        assertThat(count(MailStatus.SENT)).isEqualTo(1);
        assertThat(count(MailStatus.QUEUED)).isEqualTo(2);
        assertThat(count(MailStatus.EXPIRED)).isZero();
        List<MailRecord> page = list(new MailQuery(realm, null, null, null, null, 2));
        assertThat(page).extracting(MailRecord::id).containsExactly(third, second);
        MailQuery.Key end =
                new MailQuery.Key(page.get(1).createdAt(), page.get(1).id());
        assertThat(list(new MailQuery(realm, null, null, null, end, 2)))
                .extracting(MailRecord::id)
                .containsExactly(first);
        assertThat(list(new MailQuery(realm, MailStatus.SENT, null, user, null, 2)))
                .extracting(MailRecord::id)
                .containsExactly(first);
        assertThat(list(new MailQuery(realm, null, "password-reset", user, null, 500)))
                .hasSize(3);
        assertThat(list(new MailQuery(realm, null, "another", null, null, 2))).isEmpty();
        assertThat(list(new MailQuery(realm, null, null, "another", null, 2))).isEmpty();
        assertThat(list(new MailQuery("another", null, null, null, null, 2))).isEmpty();
    }

    @Test
    void aListShowsWhatIsKnownButTheAddress() {
        String id = enqueue(mail(Urgency.URGENT, now().plusSeconds(600)));
        settleAll(mail -> Settlement.retry(mail, now().plusSeconds(60), MailFailure.RECIPIENT, 450));
        MailRecord one = find(id);
        assertThat(one.address()).isEqualTo(ADDRESS);
        assertThat(list(new MailQuery(realm, null, null, null, null, 1)))
                .containsExactly(new MailRecord(
                        id,
                        user,
                        null,
                        one.messageId(),
                        "password-reset",
                        Urgency.URGENT,
                        MailStatus.RETRYING,
                        1,
                        MailFailure.RECIPIENT,
                        450,
                        one.createdAt(),
                        one.dueAt(),
                        one.expiresAt(),
                        null,
                        null));
    }

    @Test
    void mailsOfOneMomentAreOnOnePageEach() {
        Set<String> written = new HashSet<>();
        run(outbox -> {
            for (int i = 0; i < 9; i++) {
                written.add(outbox.enqueue(mail(Urgency.NORMAL, null)));
            }
        });
        List<String> found = new ArrayList<>();
        MailQuery.Key end = null;
        do {
            List<MailRecord> page = list(new MailQuery(realm, MailStatus.QUEUED, null, null, end, 2));
            page.forEach(record -> found.add(record.id()));
            MailRecord last = page.isEmpty() ? null : page.get(page.size() - 1);
            end = last == null ? null : new MailQuery.Key(last.createdAt(), last.id());
        } while (end != null);
        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void theTallyTellsWhyMailsWait() {
        enqueue();
        settleAll(Settlement::sent);
        MailTally done = inTransaction(outbox -> outbox.records().tally(realm));
        assertThat(done.failures()).isEmpty();
        assertThat(done.oldestWaiting()).isNull();
        String first = enqueue();
        Time.setOffset(5);
        enqueue();
        settleAll(mail -> Settlement.retry(mail, now().plusSeconds(60), MailFailure.AUTHENTICATION, 535));
        enqueue();
        settleAll(mail -> Settlement.retry(mail, now().plusSeconds(60), MailFailure.RECIPIENT, 450));
        enqueue();
        settleAll(mail -> Settlement.failed(mail, MailFailure.RECIPIENT, 550));
        MailTally tally = inTransaction(outbox -> outbox.records().tally(realm));
        assertThat(tally.failures())
                .containsOnlyKeys(MailFailure.AUTHENTICATION, MailFailure.RECIPIENT)
                .containsEntry(MailFailure.AUTHENTICATION, 2L)
                .containsEntry(MailFailure.RECIPIENT, 1L);
        assertThat(tally.counts())
                .hasSize(MailStatus.values().length)
                .containsEntry(MailStatus.RETRYING, 3L)
                .containsEntry(MailStatus.SENT, 1L)
                .containsEntry(MailStatus.FAILED, 1L)
                .containsEntry(MailStatus.QUEUED, 0L);
        assertThat(tally.oldestWaiting()).isEqualTo(find(first).createdAt());
    }

    @Test
    void theLatestReportIsKeptAndTheSameIsNoNews() {
        String id = enqueue();
        settleAll(Settlement::sent);
        assertThat(find(id).report()).isNull();
        Instant noon = Instant.ofEpochSecond(1_800_000_000);
        DeliveryReport delayed = new DeliveryReport(DeliveryReport.Kind.DELAYED, noon, "greylisting", 451);
        DeliveryReport bounced = new DeliveryReport(DeliveryReport.Kind.BOUNCED, noon, null, 0);
        assertThat(report(id, delayed)).isTrue();
        assertThat(find(id).report()).isEqualTo(delayed);
        assertThat(report(id, delayed)).as("the same again").isFalse();
        assertThat(report(id, bounced)).as("in the same second what lasts wins").isTrue();
        assertThat(report(id, delayed)).isFalse();
        assertThat(report(id, new DeliveryReport(DeliveryReport.Kind.DELIVERED, noon.minusSeconds(1), null, 0)))
                .as("what is older")
                .isFalse();
        assertThat(find(id).report()).isEqualTo(bounced);
        DeliveryReport later =
                new DeliveryReport(DeliveryReport.Kind.COMPLAINED, noon.plusSeconds(1), "x".repeat(64), 599);
        assertThat(report(id, later)).isTrue();
        assertThat(find(id).report()).isEqualTo(later);
        assertThat(find(id).status()).isEqualTo(MailStatus.SENT);
    }

    @Test
    void aReportIsOfItsRealmAndOfAMailThatIsThere() {
        String id = enqueue();
        DeliveryReport report = new DeliveryReport(DeliveryReport.Kind.DELIVERED, now(), null, 0);
        assertThat(this.<Boolean>inTransaction(outbox -> outbox.records().report("another", id, report)))
                .isFalse();
        assertThat(report(UUID.randomUUID().toString(), report)).isFalse();
        assertThat(report("\0", report)).isFalse();
        assertThat(find(id).report()).isNull();
    }

    private boolean report(String id, DeliveryReport report) {
        return inTransaction(outbox -> outbox.records().report(realm, id, report));
    }

    @Test
    void isResentWhileItWaits() {
        String id = enqueue();
        settleAll(mail -> Settlement.retry(mail, now().plusSeconds(3_000), MailFailure.RECIPIENT, 450));
        assertThat(claim(10).mails()).isEmpty();
        assertThat(resend(id)).isTrue();
        Claim claim = claim(10);
        assertThat(ids(claim)).containsExactly(id);
        assertThat(resend(id)).as("while it is being sent").isFalse();
        settle(claim, Settlement.sent(id));
        assertThat(resend(id)).as("after it was sent").isFalse();
    }

    @Test
    void allOfARealmThatWaitAreResent() {
        String waits = enqueue();
        settleAll(mail -> Settlement.retry(mail, now().plusSeconds(3_000), MailFailure.CONNECTION, 0));
        String untried = enqueue();
        assertThat(this.<Integer>inTransaction(outbox -> outbox.records().resendAll("another")))
                .isZero();
        assertThat(resendAll()).isEqualTo(2);
        Claim claim = claim(10);
        assertThat(ids(claim)).containsExactlyInAnyOrder(waits, untried);
        assertThat(resendAll()).as("while they are being sent").isZero();
        settle(claim, Settlement.sent(waits), Settlement.sent(untried));
        assertThat(resendAll()).as("after they were sent").isZero();
    }

    private int resendAll() {
        return inTransaction(outbox -> outbox.records().resendAll(realm));
    }

    @Test
    void isCancelledWhileItWaits() {
        String id = enqueue();
        assertThat(cancel(id)).isTrue();
        assertThat(cancel(id)).isFalse();
        assertThat(find(id).status()).isEqualTo(MailStatus.FAILED);
        assertThat(find(id).failure()).isEqualTo(MailFailure.CANCELLED);
        assertThat(claim(10).mails()).isEmpty();
        String other = enqueue();
        assertThat(this.<Boolean>inTransaction(outbox -> outbox.records().cancel("another", other)))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "\0", "00000000-0000-0000-0000-00000000000\0", "' or 1=1 --", "ä", "%"})
    void anIdThatNobodyMadeIsNotFound(String id) {
        enqueue();
        run(outbox -> {
            assertThat(outbox.records().find(realm, id)).isEmpty();
            assertThat(outbox.records().resend(realm, id)).isFalse();
            assertThat(outbox.records().cancel(realm, id)).isFalse();
        });
    }

    @Test
    void goesWithItsUser() {
        enqueue();
        String other = enqueue(new OutgoingMail(realm, "other", "x", Urgency.NORMAL, null, "h", ADDRESS, CONTENT));
        run(outbox -> outbox.records().removeUser(realm, user));
        assertThat(ids(claim(10))).containsExactly(other);
        assertThat(everythingStored()).noneMatch(value -> value.contains(user));
    }

    @Test
    void goesWithItsRealm() {
        enqueue();
        run(outbox -> outbox.records().removeRealm(realm));
        assertThat(everythingStored()).noneMatch(value -> value.contains(realm));
    }

    @Test
    void isPurgedInBatchesOnceItIsFinished() {
        String open = enqueue();
        claim(1);
        for (int i = 0; i < 5; i++) {
            enqueue();
        }
        settleAll(Settlement::sent);
        Instant finished = now();
        assertThat(purge(finished.minusSeconds(60), 100)).isZero();
        Time.setOffset(10);
        assertThat(purge(now(), 3)).isEqualTo(3);
        assertThat(purge(now(), 3)).isEqualTo(2);
        assertThat(find(open).status()).isEqualTo(MailStatus.SENDING);
    }

    @Test
    void theBacklogIsWhatIsOpen() {
        Backlog before = inTransaction(outbox -> outbox.records().backlog());
        enqueue();
        enqueue();
        Backlog after = inTransaction(outbox -> outbox.records().backlog());
        assertThat(after.mails()).isEqualTo(before.mails() + 2);
        assertThat(after.oldest()).isNotNull();
        assertThat(after.oldestUntried()).isNotNull();
        assertThat(after.capacity()).isPositive();
        assertThat(before.realms()).doesNotContain(realm);
        assertThat(after.realms()).contains(realm);
        settleAll(mail -> Settlement.retry(mail, now().plusSeconds(60), MailFailure.CONNECTION, 0));
        Backlog tried = inTransaction(outbox -> outbox.records().backlog());
        assertThat(tried.mails()).isEqualTo(after.mails());
        assertThat(tried.oldestUntried()).as("none of ours").isEqualTo(before.oldestUntried());
    }

    @Test
    void contentAndAddressAreInNoText() {
        OutgoingMail mail = mail(Urgency.NORMAL, null);
        enqueue(mail);
        Claim claim = claim(1);
        assertThat(mail + " " + claim + " " + find(id(claim))).doesNotContain("SECRET", "Ann", "Réset");
    }

    protected String enqueue() {
        return enqueue(mail(Urgency.NORMAL, null));
    }

    protected String enqueue(OutgoingMail mail) {
        return inTransaction(outbox -> outbox.enqueue(mail));
    }

    protected OutgoingMail mail(Urgency urgency, Instant expiresAt) {
        return new OutgoingMail(realm, user, "password-reset", urgency, expiresAt, "example.org", ADDRESS, CONTENT);
    }

    protected Claim claim(int limit) {
        return inTransaction(outbox -> outbox.claims().claim(realm, limit, LEASE));
    }

    private int settle(Claim claim, Settlement... settlements) {
        return inTransaction(outbox -> outbox.claims().settle(claim.leaseId(), List.of(settlements)));
    }

    private void settleAll(Function<String, Settlement> result) {
        Claim claim = claim(100);
        assertThat(settle(claim, ids(claim).stream().map(result).toArray(Settlement[]::new)))
                .isEqualTo(claim.mails().size())
                .isPositive();
    }

    protected MailRecord find(String id) {
        return inTransaction(outbox -> outbox.records().find(realm, id).orElseThrow());
    }

    private List<MailRecord> list(MailQuery query) {
        return inTransaction(outbox -> outbox.records().list(query));
    }

    private long count(MailStatus status) {
        return inTransaction(outbox -> outbox.records().counts(realm).get(status));
    }

    private boolean resend(String id) {
        return inTransaction(outbox -> outbox.records().resend(realm, id));
    }

    private boolean cancel(String id) {
        return inTransaction(outbox -> outbox.records().cancel(realm, id));
    }

    private int expire() {
        return inTransaction(outbox -> outbox.claims().expire(100));
    }

    private int purge(Instant before, int limit) {
        return inTransaction(outbox -> outbox.records().purge(before, limit));
    }

    private void run(Consumer<OutboxProvider> work) {
        inTransaction(outbox -> {
            work.accept(outbox);
            return null;
        });
    }

    protected static List<String> ids(Claim claim) {
        return claim.mails().stream().map(claimed -> claimed.mail().id()).toList();
    }

    private static String id(Claim claim) {
        return ids(claim).get(0);
    }

    protected static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
