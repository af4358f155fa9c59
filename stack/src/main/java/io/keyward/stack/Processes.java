package io.keyward.stack;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How processes are ended. */
final class Processes {

    private Processes() {}

    /** Asks the process to end, and insists when it has not done so in time. Returns when it is gone. */
    static void stop(ProcessHandle process, long seconds) {
        process.destroy();
        if (!gone(process, seconds)) {
            kill(process);
        }
    }

    /** Ends the process at once. Returns when it is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        gone(process, 10);
    }

    private static boolean gone(ProcessHandle process, long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
