package io.keyward.devicesession.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.keycloak.models.UserModel;

/** A point in time as a person reads it: date, time, and the name of the time zone, without which the time says nothing. */
public record Moment(Instant at, ZoneId zone) {

    /** Standard claim of OpenID Connect (Core 1.0, 5.1): a name of the time-zone database. */
    private static final String ZONE = "zoneinfo";

    /** The zone that a person's account names; UTC without one that is known. */
    public static ZoneId zoneOf(UserModel user) {
        return zone(user.getFirstAttribute(ZONE));
    }

    static ZoneId zone(String name) {
        if (name == null || name.length() > 64) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** Such as "22 November 2026 at 19:05 (Central European Standard Time)". */
    public String in(Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(zone))
                + " (" + zoneName(locale) + ")";
    }

    private String zoneName(Locale locale) {
        // An offset has no name of its own; "Z" would be the best that Java knows.
        ZoneId named = zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
        return DateTimeFormatter.ofPattern("zzzz", locale).format(at.atZone(named));
    }
}
