package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The servers of some sections: realms of one server, or a server each, as the options say. */
abstract class ProofServers implements Group {

    private final ProofSetting setting;
    private final List<RunningSubject> running = new ArrayList<>();
    private Path work;

    ProofServers(ProofSetting setting) {
        this.setting = setting;
    }

    /** The words of a command line for what is started; each section adds its own. */
    abstract List<String> words();

    @Override
    public void start() {
        LoadOptions options = options();
        try {
            work = Files.createTempDirectory("keyward-proof-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (options.oneServer()) {
            running.addAll(RunningSubject.startOne(setting.root(), work, options, setting.progress()));
        } else {
            for (Subject subject : options.subjects()) {
                running.add(RunningSubject.start(
                        subject,
                        setting.root(),
                        work,
                        options,
                        line -> setting.progress().accept(subject.title() + ": " + line)));
            }
        }
    }

    @Override
    public void close() {
        running.forEach(RunningSubject::close);
        running.clear();
        try {
            if (work != null) {
                LoadBenchmark.delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final ProofSetting setting() {
        return setting;
    }

    final Path work() {
        return work;
    }

    /** The options of the servers, with other words added, of which the last one counts. */
    final LoadOptions options(String... more) {
        return LoadOptions.load(
                Stream.concat(words().stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    final List<RunningSubject> all() {
        return List.copyOf(running);
    }

    /** In this order. */
    final List<RunningSubject> these(Subject... subjects) {
        return Arrays.stream(subjects).map(this::the).toList();
    }

    final RunningSubject the(Subject wanted) {
        return running.stream()
                .filter(subject -> subject.subject() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(wanted.title() + " is not running."));
    }
}
