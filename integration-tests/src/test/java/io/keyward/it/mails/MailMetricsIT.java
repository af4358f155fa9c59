package io.keyward.it.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a monitoring system reads at {@code /metrics}. */
@Tag("long")
class MailMetricsIT {

    /** Gauges are of the last look, which is every 15 seconds. */
    private static final Duration A_LOOK_OR_TWO = Duration.ofSeconds(40);

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private final Person person = Person.ada();
    private Management management;
    private MailApi mails;
    private String user;

    @BeforeEach
    void someone() {
        management = new Management(realm);
        mails = new MailApi(realm);
        user = realm.admin().createProvedUser(person);
    }

    @Test
    void aMailThatIsSentIsCountedAndTimed() {
        double sent = management.metric("keyward_mail_sent_total");
        double timed = management.metric("keyward_mail_delivery_seconds_count");
        double seconds = management.metric("keyward_mail_delivery_seconds_sum");
        mails.awaitStatus(mails.tell(user), "sent");
        assertThat(management.metric("keyward_mail_sent_total")).isEqualTo(sent + 1);
        assertThat(management.metric("keyward_mail_delivery_seconds_count")).isEqualTo(timed + 1);
        assertThat(management.metric("keyward_mail_delivery_seconds_sum")).isGreaterThan(seconds);
    }

    @Test
    void whatWaitsAndWhatEndsIsCounted() {
        double retried = management.metric("keyward_mail_retried_total");
        double failed = management.metric("keyward_mail_failed_total");
        double expired = management.metric("keyward_mail_expired_total");
        String[] id = new String[2];
        realm.mailbox().whileOffline(() -> {
            id[0] = mails.tell(user);
            mails.awaitStatus(id[0], "retrying");
            assertThat(management.metric("keyward_mail_retried_total")).isGreaterThan(retried);
            await("the backlog is seen")
                    .atMost(A_LOOK_OR_TWO)
                    .until(() -> management.metric("keyward_mail_queued") >= 1
                            && management.metric("keyward_mail_oldest_seconds") > 0
                            && management.metric("keyward_mail_realms_failing") >= 1);
            id[1] = mails.tell(user);
            mails.putOff(id[1]);
            realm.database()
                    .update("update keyward_mail set expires_at = ? where id = ?", System.currentTimeMillis(), id[1]);
            await("it has expired").atMost(A_LOOK_OR_TWO).until(() -> mails.status(id[1]), "expired"::equals);
        });
        assertThat(management.metric("keyward_mail_expired_total")).isEqualTo(expired + 1);
        mails.send("POST", "/" + id[0] + "/resend");
        mails.awaitStatus(id[0], "sent");
        await("nothing waits").atMost(A_LOOK_OR_TWO).until(() -> management.metric("keyward_mail_queued") == 0);
        assertThat(management.metric("keyward_mail_oldest_seconds")).isZero();
        assertThat(management.metric("keyward_mail_failed_total")).isEqualTo(failed);
    }
}
