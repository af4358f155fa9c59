package io.keyward.migration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads dates as ISO 8601 and PostgreSQL write them. Without an offset they are UTC. */
final class Moments {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXX][X]")
            .toFormatter()
            // Otherwise the thirtieth of February is its last day.
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private Moments() {}

    /** Empty for what is no date, or not within what a database can store. */
    static Optional<Instant> read(String text) {
        try {
            TemporalAccessor read =
                    FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            Instant instant = instant(read);
            return instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9999-12-31T23:59:59Z"))
                    ? Optional.empty()
                    : Optional.of(instant);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor read) {
        if (read instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        return read instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : LocalDate.from(read).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
