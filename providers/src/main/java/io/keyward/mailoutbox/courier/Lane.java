package io.keyward.mailoutbox.courier;

import java.time.Duration;
import java.time.Instant;

/**
 * The state of one realm on this node: how many workers it has, how fast it may go, and whether its server is in trouble. A lane
 * in trouble pauses, for longer each time, then lets one worker try one mail; what works opens it again.
 */
final class Lane {

    /** So many broken connections in a row, with nothing sent in between, are a server in trouble. */
    private static final int LOSSES = 3;

    private final RetryPolicy pauses;
    private final RateWindow window = new RateWindow();
    private int busy;
    private int troubles;
    private int losses;
    private Instant pausedUntil = Instant.MIN;

    Lane(RetryPolicy pauses) {
        this.pauses = pauses;
    }

    /** Takes a worker's place, if there is one. */
    synchronized boolean enter(RealmMail realm, Instant now) {
        if (paused(now) || busy >= (troubled() ? 1 : realm.connections())) {
            return false;
        }
        busy++;
        return true;
    }

    synchronized void leave() {
        busy--;
    }

    synchronized boolean paused(Instant now) {
        return now.isBefore(pausedUntil);
    }

    synchronized boolean troubled() {
        return troubles > 0;
    }

    /** How many of the wanted mails may be claimed now. */
    synchronized int grant(RealmMail realm, int wanted, Instant now) {
        return paused(now) ? 0 : window.grant(realm.rate(), troubled() ? 1 : wanted, now);
    }

    synchronized void refund(int unused) {
        window.refund(unused);
    }

    /** The server did its work, whether it took the mail or not. */
    synchronized void worked() {
        troubles = 0;
        losses = 0;
        pausedUntil = Instant.MIN;
    }

    /**
     * The server or the settings failed.
     *
     * @return whether that was news
     */
    synchronized boolean failed(Instant now) {
        if (paused(now)) {
            return false;
        }
        troubles++;
        pausedUntil = now.plus(pauses.pause(troubles));
        return troubles == 1;
    }

    /** Lets the next attempt come at once. What was learnt stays: it is with one mail. */
    synchronized void urge() {
        pausedUntil = Instant.MIN;
    }

    /** There is no mail left that could show whether the server is back. */
    synchronized void forget() {
        if (busy == 0) {
            troubles = 0;
            losses = 0;
        }
    }

    /** A connection broke in the middle of a mail. */
    synchronized boolean lost(Instant now) {
        losses++;
        return (losses >= LOSSES || troubled()) && failed(now);
    }

    /** How long the pause still takes. */
    synchronized Duration pause(Instant now) {
        return paused(now) ? Duration.between(now, pausedUntil) : Duration.ZERO;
    }

    /** Whether there is nothing to remember. */
    synchronized boolean quiet(Instant now) {
        return busy == 0 && troubles == 0 && losses == 0 && !paused(now) && window.empty(now);
    }
}
