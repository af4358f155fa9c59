package io.keyward.emailverification.address;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a look-up take no longer than it may, whatever the number of name servers and their state, and lets no more than
 * a few run at once: a flood of sign-ups with slow domains must not hold up the server. Past either bound: unknown.
 */
final class BoundedMailRouting implements MailRouting, AutoCloseable {

    static final int MOST_AT_ONCE = 16;

    private final MailRouting routing;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), BoundedMailRouting::daemon);

    BoundedMailRouting(MailRouting routing) {
        this.routing = routing;
    }

    @Override
    public Answer ask(DomainName domain, Duration limit) {
        try {
            return within(limit, threads.submit(() -> routing.ask(domain, limit)));
        } catch (RejectedExecutionException tooManyAtOnce) {
            return Answer.UNKNOWN;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Answer within(Duration limit, Future<Answer> answer) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            answer.cancel(true);
            return Answer.UNKNOWN;
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.UNKNOWN;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "keyward-mail-routing");
        thread.setDaemon(true);
        return thread;
    }
}
