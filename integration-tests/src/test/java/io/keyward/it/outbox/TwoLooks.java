package io.keyward.it.outbox;

import java.util.concurrent.Callable;

/** Looks again and again: what has not changed between two looks is at rest. */
final class TwoLooks<T> implements Callable<TwoLooks.Pair<T>> {

    /** The last two. The first is null after one look. */
    record Pair<T>(T before, T last) {

        boolean agree() {
            return last.equals(before);
        }
    }

    private final Callable<T> look;
    private T last;

    TwoLooks(Callable<T> look) {
        this.look = look;
    }

    @Override
    public Pair<T> call() throws Exception {
        Pair<T> pair = new Pair<>(last, look.call());
        last = pair.last();
        return pair;
    }
}
