package io.keyward.mailoutbox.smtp;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Connections that wait for more mail, per realm and settings: a realm whose settings change gets new ones. One that was idle
 * for some time is asked with {@code NOOP} before it is used again, and closed when nobody wants it.
 */
final class SmtpPool {

    private static final Logger LOG = Logger.getLogger(SmtpPool.class);
    private static final Duration TRUSTED = Duration.ofSeconds(2);
    private static final int MOST_IDLE = 4;

    /** Whose connection, and to what. */
    record Key(String realmId, SmtpSettings settings) {}

    private record Idle(SmtpConnection connection, Instant since) {}

    private final Map<Key, Deque<Idle>> idle = new HashMap<>();
    private final Duration longestIdle;
    private final InstantSource clock;
    private boolean closed;

    SmtpPool(Duration longestIdle, InstantSource clock) {
        this.longestIdle = longestIdle;
        this.clock = clock;
    }

    /** A connection that works, the one used last first. */
    Optional<SmtpConnection> take(Key key) {
        while (true) {
            Idle candidate = poll(key);
            if (candidate == null) {
                return Optional.empty();
            }
            boolean fresh = candidate.since().plus(TRUSTED).isAfter(clock.instant());
            if (fresh || candidate.connection().isConnected()) {
                return Optional.of(candidate.connection());
            }
            close(candidate.connection());
        }
    }

    private synchronized Idle poll(Key key) {
        Deque<Idle> waiting = idle.get(key);
        return waiting == null ? null : waiting.pollFirst();
    }

    /** Keeps a connection for later, unless it is worn or there are enough. */
    void give(Key key, SmtpConnection connection) {
        if (connection.worn() || !kept(key, connection)) {
            close(connection);
        }
    }

    private synchronized boolean kept(Key key, SmtpConnection connection) {
        Deque<Idle> waiting = idle.computeIfAbsent(key, unused -> new ArrayDeque<>());
        if (closed || waiting.size() >= MOST_IDLE) {
            return false;
        }
        waiting.addFirst(new Idle(connection, clock.instant()));
        return true;
    }

    /** Closes what nobody has wanted for a while. */
    void closeIdle() {
        outdated(clock.instant().minus(longestIdle)).forEach(SmtpPool::close);
    }

    private synchronized Iterable<SmtpConnection> outdated(Instant before) {
        Deque<SmtpConnection> outdated = new ArrayDeque<>();
        for (Iterator<Deque<Idle>> all = idle.values().iterator(); all.hasNext(); ) {
            Deque<Idle> waiting = all.next();
            waiting.removeIf(one -> !one.since().isAfter(before) && outdated.add(one.connection()));
            if (waiting.isEmpty()) {
                all.remove();
            }
        }
        return outdated;
    }

    synchronized int size() {
        return idle.values().stream().mapToInt(Deque::size).sum();
    }

    /** Closes everything and keeps nothing from now on. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        outdated(Instant.MAX).forEach(SmtpPool::close);
    }

    static void close(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            LOG.debug("A connection to a mail server did not close cleanly", e);
        }
    }
}
