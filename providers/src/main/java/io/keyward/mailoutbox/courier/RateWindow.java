package io.keyward.mailoutbox.courier;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers when mails were granted, so that no period has more of them than the limit. Not for several threads. */
final class RateWindow {

    private final Deque<Instant> granted = new ArrayDeque<>();
    private RateLimit last = RateLimit.NONE;

    /** How many of the wanted mails may go now; they count as gone. */
    int grant(RateLimit limit, int wanted, Instant now) {
        last = limit;
        if (limit.none()) {
            granted.clear();
            return wanted;
        }
        forget(now);
        int free = Math.max(0, Math.min(wanted, limit.mails() - granted.size()));
        for (int i = 0; i < free; i++) {
            granted.addLast(now);
        }
        return free;
    }

    /** Whether nothing that was granted counts any more. */
    boolean empty(Instant now) {
        forget(now);
        return granted.isEmpty();
    }

    private void forget(Instant now) {
        Instant since = now.minus(last.period());
        while (!granted.isEmpty() && !granted.peekFirst().isAfter(since)) {
            granted.removeFirst();
        }
    }

    /** Takes back what was granted last and not used. */
    void refund(int unused) {
        for (int i = 0; i < unused && !granted.isEmpty(); i++) {
            granted.removeLast();
        }
    }
}
