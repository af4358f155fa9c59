package io.keyward.devicesession.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Query and path parameters, as text. Sizes are bounded; what cannot be understood is {@link BadInput}. */
final class Parameters {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Parameters() {}

    /** A number of entries, brought between 1 and the most that is given at once. */
    static int size(String name, String value, int otherwise, int most) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw new BadInput("not-a-number", "The parameter " + name + " must be a whole number");
        }
        if (value.startsWith("-")) {
            return 1;
        }
        return value.length() > 9 ? most : Math.max(1, Math.min(most, Integer.parseInt(value)));
    }

    /** A point in time as ISO 8601 has it, such as {@code 2026-11-22T18:00:00Z}; null when not given. */
    static Instant time(String name, String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            Instant time = Instant.parse(value);
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException noTime) {
            // Said below.
        }
        throw new BadInput("not-a-time", "The parameter " + name + " must be a time such as 2026-11-22T18:00:00Z");
    }

    static boolean id(String value) {
        return value != null && UUID.matcher(value).matches();
    }
}
