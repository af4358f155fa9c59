package io.keyward.mailoutbox.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyward.mailoutbox.MailContent;
import io.keyward.mailoutbox.NoTransactionException;
import io.keyward.mailoutbox.OutboxContract;
import io.keyward.mailoutbox.OutboxFullException;
import io.keyward.mailoutbox.OutboxProvider;
import io.keyward.mailoutbox.OutgoingMail;
import io.keyward.mailoutbox.Urgency;
import io.keyward.mailoutbox.seal.TestKeys;
import io.keyward.persistence.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class JpaOutboxProviderTest extends OutboxContract {

    private static final OutboxConfig CONFIG =
            new OutboxConfig(100_000, 1_000_000, Duration.ofDays(30), Duration.ofMinutes(15));
    private static TestDatabase database;
    private final TestKeys keys = new TestKeys();
    private final SizeCap cap = new SizeCap(CONFIG.maxQueued());

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected <T> T inTransaction(Function<OutboxProvider, T> work) {
        return database.inTransaction(em -> work.apply(new JpaOutboxProvider(em, keys, CONFIG, cap)));
    }

    @Override
    protected List<String> everythingStored() {
        return database.rows("select * from KEYWARD_MAIL where REALM_ID = '" + realm + "'").stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    protected void rotateKey(String realmId) {
        keys.rotate(realmId);
    }

    @Override
    protected void loseKeys(String realmId) {
        keys.lose(realmId);
    }

    @Override
    protected void swapContent(String fromId, String toId) {
        database.sql("update KEYWARD_MAIL set CONTENT = (select CONTENT from KEYWARD_MAIL where ID = '" + fromId
                + "') where ID = '" + toId + "'");
    }

    @Test
    void isFullAtItsCap() {
        OutboxConfig small = new OutboxConfig(1, 1_000, Duration.ZERO, Duration.ofMinutes(1));
        SizeCap none = new SizeCap(0);
        assertThatExceptionOfType(OutboxFullException.class)
                .isThrownBy(() -> database.inTransaction(
                        em -> new JpaOutboxProvider(em, keys, small, none).enqueue(mail(Urgency.NORMAL, null))))
                .withMessageContaining("--spi-keyward-mail-outbox--jpa--max-queued");
        assertThatExceptionOfType(OutboxFullException.class)
                .isThrownBy(() -> database.inTransaction(em -> new JpaOutboxProvider(em, keys, small, cap)
                        .enqueue(new OutgoingMail(
                                realm,
                                null,
                                "x",
                                Urgency.NORMAL,
                                null,
                                "h",
                                ADDRESS,
                                new MailContent("s", "x".repeat(100_000), null)))))
                .withMessageContaining("--spi-keyward-mail-outbox--jpa--max-mail-size");
    }

    @Test
    void theCapCountsWhatOthersWrote() {
        SizeCap two = new SizeCap(2);
        two.admit(0, () -> 1);
        assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> two.admit(1, () -> 1));
        two.admit(5_000, () -> 0);
        two.admit(5_001, () -> 0);
        assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> two.admit(5_002, () -> 0));
    }

    @Test
    void writesNothingOutsideATransaction() {
        assertThatExceptionOfType(NoTransactionException.class)
                .isThrownBy(() -> database.inTransaction(em -> {
                    em.getTransaction().commit();
                    try {
                        return new JpaOutboxProvider(em, keys, CONFIG, cap).enqueue(mail(Urgency.NORMAL, null));
                    } finally {
                        em.getTransaction().begin();
                    }
                }));
    }

    /** Each query has its index: on many rows none is a sequential scan. */
    @Test
    void everyQueryHasItsIndex() {
        database.sql(
                "insert into KEYWARD_MAIL (ID, REALM_ID, USER_ID, PURPOSE, URGENCY, STATUS, MESSAGE_ID, KID, ADDRESS,"
                        + " ATTEMPTS, REPLY_CODE, CREATED_AT, FINISHED_AT) select md5('" + realm
                        + "' || i), 'filler', 'user-' || i, 'p', 'normal', 'sent', 'm', 'k', 'a', 1, 0, i, i"
                        + " from generate_series(1, 20000) i");
        database.sql("analyze KEYWARD_MAIL");
        try {
            for (String query : List.of(
                    "select distinct REALM_ID from KEYWARD_MAIL where DUE_AT <= 5",
                    "select * from KEYWARD_MAIL where REALM_ID = 'r' and URGENCY = 'urgent' and DUE_AT <= 5"
                            + " order by DUE_AT limit 10 for update skip locked",
                    "select ID from KEYWARD_MAIL where EXPIRES_AT <= 5 and (STATUS <> 'sending' or DUE_AT <= 5)"
                            + " order by EXPIRES_AT limit 10",
                    "select ID from KEYWARD_MAIL where FINISHED_AT < 5 order by FINISHED_AT limit 10",
                    "select REALM_ID, count(*), min(CREATED_AT), min(case when STATUS = 'queued' then CREATED_AT end)"
                            + " from KEYWARD_MAIL where DUE_AT > 0 group by REALM_ID",
                    "select STATUS, count(*) from KEYWARD_MAIL where REALM_ID = 'r' group by STATUS",
                    "select ID from KEYWARD_MAIL where REALM_ID = 'r' and STATUS = 'failed' and CREATED_AT <= 5"
                            + " and (CREATED_AT < 5 or ID < 'i') order by CREATED_AT desc, ID desc limit 10",
                    "select * from KEYWARD_MAIL where REALM_ID = 'r' order by CREATED_AT desc, ID desc limit 10",
                    "delete from KEYWARD_MAIL where REALM_ID = 'r' and USER_ID = 'u'")) {
                assertThat(database.rows("explain " + query).toString())
                        .as(query)
                        .doesNotContain("Seq Scan");
            }
        } finally {
            database.sql("delete from KEYWARD_MAIL where REALM_ID = 'filler'");
        }
    }
}
