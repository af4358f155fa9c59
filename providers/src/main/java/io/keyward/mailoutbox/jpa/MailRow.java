package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.Urgency;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Locale;

/** A row as a list shows it: what is sealed, and large, stays in the database. */
final class MailRow {

    /** What {@link #record} reads, in its order. */
    static final String COLUMNS = "m.id, m.userId, m.messageId, m.purpose, m.urgency, m.status, m.attempts, m.failure,"
            + " m.replyCode, m.createdAt, m.dueAt, m.expiresAt, m.finishedAt,"
            + " m.report, m.reportedAt, m.reportCategory, m.reportCode";

    private MailRow() {}

    static MailRecord record(Tuple row) {
        return new MailRecord(
                row.get(0, String.class),
                row.get(1, String.class),
                null,
                row.get(2, String.class),
                row.get(3, String.class),
                Urgency.valueOf(row.get(4, String.class).toUpperCase(Locale.ROOT)),
                MailStatus.of(row.get(5, String.class)).orElseThrow(),
                row.get(6, Integer.class),
                MailFailure.of(row.get(7, String.class)).orElse(null),
                row.get(8, Integer.class),
                instant(row, 9),
                instant(row, 10),
                instant(row, 11),
                instant(row, 12),
                MailEntity.report(
                        row.get(13, String.class),
                        row.get(14, Long.class),
                        row.get(15, String.class),
                        row.get(16, Integer.class)));
    }

    private static Instant instant(Tuple row, int column) {
        return MailEntity.instant(row.get(column, Long.class));
    }
}
