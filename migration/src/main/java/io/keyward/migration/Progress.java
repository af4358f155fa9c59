package io.keyward.migration;

import java.io.PrintStream;

/** A bar on a terminal; elsewhere, such as in a log, a line for each tenth. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long BETWEEN = 100_000_000;

    private final String what;
    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private long drawn = started - BETWEEN;
    private int tenth;
    private long count;
    private double share = -1;

    private Progress(String what, PrintStream out, boolean terminal) {
        this.what = what;
        this.out = out;
        this.terminal = terminal;
    }

    static Progress to(String what, PrintStream out) {
        return new Progress(what, out, System.console() != null);
    }

    /** @param done from 0 to 1, negative if nobody knows how much there is */
    synchronized void at(long number, double done) {
        count = number;
        share = Math.min(done, 1);
        if (terminal) {
            long now = System.nanoTime();
            if (now - drawn >= BETWEEN) {
                drawn = now;
                draw();
            }
        } else if (share >= 0 && (int) (share * 10) > tenth) {
            tenth = (int) (share * 10);
            out.printf("%d %s, %d %%%n", count, what, Math.round(share * 100));
        }
    }

    private void draw() {
        double seconds = (System.nanoTime() - started) / 1e9;
        long perSecond = Math.round(count / Math.max(seconds, 0.1));
        if (share < 0) {
            out.printf("\r%d %s, %d/s ", count, what, perSecond);
        } else {
            int full = (int) Math.round(share * WIDTH);
            out.printf(
                    "\r[%s%s] %3d %%  %d %s, %d/s ",
                    "#".repeat(full), ".".repeat(WIDTH - full), Math.round(share * 100), count, what, perSecond);
        }
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (terminal) {
            draw();
            out.println();
        }
    }
}
