package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatOthersWroteBeforeIsLeftOut() throws IOException {
        Path log = folder.resolve("keycloak.log");
        Files.writeString(log, "of yesterday: ä\n");
        long begins = LogFile.length(log);
        Files.writeString(log, "of today\n", StandardOpenOption.APPEND);

        assertThat(LogFile.text(log, begins)).isEqualTo("of today\n");
        assertThat(LogFile.text(log)).isEqualTo("of yesterday: ä\nof today\n");
    }

    @Test
    void noFileYet() {
        Path log = folder.resolve("none.log");

        assertThat(LogFile.length(log)).isZero();
        assertThat(LogFile.text(log, 0)).isEmpty();
    }

    /** Somebody emptied the file in between. */
    @Test
    void shorterThanItWas() throws IOException {
        Path log = Files.writeString(folder.resolve("keycloak.log"), "anew");

        assertThat(LogFile.text(log, 100)).isEmpty();
    }
}
