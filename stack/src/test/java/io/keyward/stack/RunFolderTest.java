package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {

    @TempDir
    private Path runs;

    @Test
    void whatAKilledOwnerLeftRunningIsEnded() throws IOException {
        Process left = new ProcessBuilder("sleep", "600").start();
        RunFolder run = RunFolder.create(runs);
        run.note("postgresql", left.toHandle());
        new ProcessMark(ProcessHandle.current().pid(), 0).write(run.resolve("owner"));

        RunFolder.endLeftovers(runs);

        assertThat(left.isAlive()).isFalse();
        assertThat(runs).isEmptyDirectory();
    }

    @Test
    void theStacksOfOthersAreLeftAlone() throws IOException {
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            RunFolder.create(runs).note("postgresql", other.toHandle());
            RunFolder.endLeftovers(runs);
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aProcessThatWasGivenTheSameNumberLaterIsSpared() throws IOException {
        Process later = new ProcessBuilder("sleep", "600").start();
        try {
            RunFolder run = RunFolder.create(runs);
            new ProcessMark(later.pid(), 0).write(run.resolve("keycloak.pid"));
            run.end();
            assertThat(later.isAlive()).isTrue();
        } finally {
            later.destroyForcibly();
        }
        assertThat(runs).isEmptyDirectory();
    }
}
