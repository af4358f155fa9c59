package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What devices cost a refresh, by PostgreSQL's own counters. */
@Tag("long")
class DeviceCostIT {

    private static final int REFRESHES = 20;

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @Test
    void aRefreshWritesNoDevice() {
        Person ada = Person.ada();
        realm.admin().createProvedUser(ada);
        TokenAnswer tokens = realm.direct().password(ada.email(), ada.password());
        // The first refresh after the sign-in, so that whatever that has left behind is over.
        tokens = realm.direct().refresh(tokens.refreshToken());
        List<String> before;
        long interval;
        do {
            interval = interval();
            before = settled();
            long rotations = rotations();
            for (int i = 0; i < REFRESHES; i++) {
                tokens = realm.direct().refresh(tokens.refreshToken());
                assertThat(tokens.status()).isEqualTo(200);
                assertThat(tokens.claims().has("device_id")).isTrue();
            }
            // A backend tells all its counters at once: when the rotations are there, so is everything of their
            // transactions.
            long expected = rotations + REFRESHES;
            await("the counters of " + REFRESHES + " refreshes")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> rotations() >= expected);
        } while (interval() != interval);

        assertThat(counters()).isEqualTo(before);
    }

    /** The interval within which "last seen" is noted once. */
    private static long interval() {
        return Instant.now().getEpochSecond() / 3_600;
    }

    private static List<String> settled() {
        // Two looks that agree, further apart than backends wait with their counters.
        return await("counters that stand still")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ofSeconds(2))
                .pollInterval(Duration.ofSeconds(12))
                .until(new Unchanged(), last -> last != null);
    }

    private static final class Unchanged implements java.util.concurrent.Callable<List<String>> {
        private List<String> last;

        @Override
        public List<String> call() {
            List<String> now = counters();
            List<String> same = now.equals(last) ? now : null;
            last = now;
            return same;
        }
    }

    /** Not the scans: the retention job of the test stack looks for what is due every other second. */
    private static List<String> counters() {
        return realm.database()
                .strings("select concat_ws(' ', relname, n_tup_ins, n_tup_upd, n_tup_del)"
                        + " from pg_stat_user_tables where relname in ('keyward_device', 'keyward_device_session',"
                        + " 'keyward_device_owner') order by relname");
    }

    private static long rotations() {
        return realm.database()
                .count("select coalesce(sum(n_tup_upd), 0) from pg_stat_user_tables where relname ="
                        + " 'keyward_refresh_chain'");
    }
}
