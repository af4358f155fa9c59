package io.keyward.onetimetoken;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Many who do the same at the same moment, each on a thread of its own. */
public final class Crowd {

    private Crowd() {}

    public static <T> List<T> of(int size, Supplier<T> deed) {
        return of(size, i -> deed.get());
    }

    /** What each of them got; fails if one of them fails. */
    public static <T> List<T> of(int size, IntFunction<T> deed) {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        CyclicBarrier start = new CyclicBarrier(size);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return deed.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("one of the crowd failed", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
