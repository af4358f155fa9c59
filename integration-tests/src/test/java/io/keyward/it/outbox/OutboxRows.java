package io.keyward.it.outbox;

import io.keyward.it.harness.Database;
import java.time.Duration;
import java.util.List;

/** What the outbox says about the mails of one realm. */
record OutboxRows(Database database, String realmId) {

    long all() {
        return count("true");
    }

    long count(String condition) {
        return database.count("select count(*) from keyward_mail where realm_id = ? and " + condition, realmId);
    }

    List<String> strings(String column) {
        return strings(column, "true");
    }

    List<String> strings(String column, String condition) {
        return database.strings(
                "select " + column + " from keyward_mail where realm_id = ? and " + condition
                        + " order by created_at, id",
                realmId);
    }

    /** Of a person's newest mail: status, word for the failure, reply code; such as {@code retrying recipient 450}. */
    String told(String userId) {
        return database
                .strings(
                        "select status || ' ' || coalesce(failure, '-') || ' ' || reply_code from keyward_mail"
                                + " where realm_id = ? and user_id = ? order by created_at desc limit 1",
                        realmId,
                        userId)
                .stream()
                .findFirst()
                .orElse("no mail");
    }

    /** What a node that died has left behind becomes due when its lease ends. Gives the number of such mails. */
    int endLeases(Duration lease) {
        return database.update(
                "update keyward_mail set due_at = due_at - ? where realm_id = ? and status = 'sending'",
                lease.toMillis(),
                realmId);
    }
}
