package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Signs in people whom no cache holds, each on a new device. Their passwords' hashes are cheap: else they would be all that is seen. */
record UnseenSignIns() implements Workload {

    /** More sign-ins than a server manages. */
    private static final int PER_SECOND = 1_000;

    @Override
    public int sessions(LoadOptions options) {
        return 0;
    }

    @Override
    public LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds) {
        GrownPeople people = subject.grownPeople();
        subject.admin().create("/clear-user-cache", nothing -> {});
        try {
            Path file = Files.write(subject.people().resolveSibling("unseen"), people.signIns(seconds * PER_SECOND));
            return new LoadScript(
                    "password.lua",
                    seconds,
                    List.of(
                            SubjectRealm.CLIENT,
                            file.toString(),
                            String.valueOf(options.connections()),
                            "-",
                            options.scope()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
