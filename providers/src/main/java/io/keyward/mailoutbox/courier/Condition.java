package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How the outbox is, as one node saw it last; it looks every 15 seconds. Holds counts only, no realm, person or address.
 *
 * @param seenAt when
 * @param backlog what was still to be delivered, over all realms
 * @param failing how many realms have mail that waits because their mail server or settings fail on this node
 */
public record Condition(Instant seenAt, Backlog backlog, int failing) {

    /** Four looks. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** A courier takes new mail within seconds, unless something is wrong or its rate is too low. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final double NEARLY = 0.8;

    /** What somebody should look at. {@link #word()} is what is shown; it never changes. */
    public enum Warning {
        /** The outbox could not be read for a minute. */
        UNREACHABLE,
        /** The mail server or the settings of a realm fail. */
        REALMS_FAILING,
        /** A mail waits for its first attempt for five minutes. */
        STALLED,
        /** Four fifths of the mails are there that there may be. */
        NEARLY_FULL;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Nothing to do. */
    static Condition quiet(Instant now) {
        return new Condition(now, new Backlog(0, Integer.MAX_VALUE, null, null, Set.of()), 0);
    }

    /** What is to be said about it now; empty if all is well. */
    public List<Warning> warnings(Instant now) {
        List<Warning> warnings = new ArrayList<>();
        if (Duration.between(seenAt, now).compareTo(STALE) > 0) {
            warnings.add(Warning.UNREACHABLE);
        }
        if (failing > 0) {
            warnings.add(Warning.REALMS_FAILING);
        }
        Instant untried = backlog.oldestUntried();
        if (untried != null && Duration.between(untried, now).compareTo(LONG) > 0) {
            warnings.add(Warning.STALLED);
        }
        if (backlog.mails() >= NEARLY * backlog.capacity()) {
            warnings.add(Warning.NEARLY_FULL);
        }
        return warnings;
    }

    /** How long the oldest mail has waited. */
    public Duration oldest(Instant now) {
        if (backlog.oldest() == null || now.isBefore(backlog.oldest())) {
            return Duration.ZERO;
        }
        return Duration.between(backlog.oldest(), now);
    }
}
