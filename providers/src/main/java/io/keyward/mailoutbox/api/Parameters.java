package io.keyward.mailoutbox.api;

import io.keyward.mailoutbox.MailQuery;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailStatus;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Query parameters, as text. What is empty is as if it were not given; what means nothing is a {@link BadParameter}. */
final class Parameters {

    private static final int OTHERWISE = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}");
    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern KEY = Pattern.compile("([0-9]{1,15})\\.([0-9a-f-]{36})");

    private Parameters() {}

    static String given(String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** A number of mails, brought between 1 and the most that is given at once. */
    static int size(String value) {
        if (given(value) == null) {
            return OTHERWISE;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw new BadParameter("not-a-number", "The parameter max must be a whole number");
        }
        if (value.startsWith("-")) {
            return 1;
        }
        return value.length() > 9 ? MOST : Math.max(1, Math.min(MOST, Integer.parseInt(value)));
    }

    static MailStatus status(String value) {
        return given(value) == null
                ? null
                : MailStatus.of(value)
                        .orElseThrow(() -> new BadParameter(
                                "unknown-status",
                                "The parameter status must be queued, sending, retrying, sent, failed or expired"));
    }

    static String purpose(String value) {
        if (given(value) != null && !PURPOSE.matcher(value).matches()) {
            throw new BadParameter(
                    "not-a-purpose", "The parameter purpose must be 1 to 64 lower-case letters, digits and hyphens");
        }
        return given(value);
    }

    static MailQuery.Key after(String value) {
        if (given(value) == null) {
            return null;
        }
        Matcher key = KEY.matcher(value);
        if (!key.matches()) {
            throw new BadParameter("not-a-page", "The parameter after must be the next of another page");
        }
        return new MailQuery.Key(Instant.ofEpochMilli(Long.parseLong(key.group(1))), key.group(2));
    }

    /** What {@link #after} understands. */
    static String next(MailRecord last) {
        return last.createdAt().toEpochMilli() + "." + last.id();
    }

    /** Not every text can be looked for: PostgreSQL answers a NUL with an error. Users of federations have ids of any form. */
    static boolean possibleUser(String id) {
        return id == null || id.indexOf('\0') < 0;
    }
}
