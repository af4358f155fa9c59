package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Signs in people as a browser and its application do: the filled-in form, then the code. The open page is a given. */
record CodeSignIns() implements Workload {

    /** More passwords than a processor hashes beside all the rest. */
    private static final int PAGES_PER_PROCESSOR_SECOND = 30;

    @Override
    public int sessions(LoadOptions options) {
        return 0;
    }

    @Override
    public LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds) {
        try {
            int count =
                    seconds * PAGES_PER_PROCESSOR_SECOND * Runtime.getRuntime().availableProcessors();
            List<String> pages = subject.loginPages().open(Files.readAllLines(subject.people()), count);
            Path file = Files.write(subject.people().resolveSibling("pages"), pages);
            return new LoadScript(
                    "code.lua",
                    seconds,
                    List.of(
                            SubjectRealm.CLIENT,
                            file.toString(),
                            String.valueOf(options.connections()),
                            SubjectRealm.REDIRECT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
