package io.keyward.stack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program of this machine that runs beside a stack, such as an application that signs people in with it. It ends with
 * {@link #close()}, or with the stack that has {@link KeywardStack#adopt adopted} it.
 */
public final class Companion implements AutoCloseable {

    private final Process process;
    private final Path log;

    private Companion(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the program and returns when it answers with 200.
     *
     * @param ready what it is asked
     * @param log takes what it writes
     * @throws StackException when it ends instead, or does not answer in time; nothing of it is left then
     */
    public static Companion start(ProcessBuilder command, URI ready, Path log) {
        try {
            Files.createDirectories(log.getParent());
            Process process = command.redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Companion companion = new Companion(process, log);
            companion.await(ready);
            return companion;
        } catch (IOException e) {
            throw new StackException(command.command().get(0) + " could not be started: " + e.getMessage(), e);
        }
    }

    /** The running program. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** What it has written so far. */
    public String log() {
        return LogFile.text(log);
    }

    @Override
    public void close() {
        Processes.stop(process.toHandle(), 5);
    }

    private void await(URI ready) {
        try {
            if (!new Readiness().await(ready, process::isAlive)) {
                close();
                throw new StackException(
                        "Nothing answered at " + ready + ". The program said:\n" + LogFile.lastLines(log));
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while a program was starting.", e);
        }
    }
}
