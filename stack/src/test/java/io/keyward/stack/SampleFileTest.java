package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleFileTest {

    @TempDir
    Path folder;

    @Test
    void takesActualValues() throws IOException {
        Path file = Files.writeString(folder.resolve("site.conf"), "listen 8081; # not 8082\nproxy 8081;");
        assertThat(SampleFile.read(file).with("8081", "9").with("8082", "10").text())
                .isEqualTo("listen 9; # not 10\nproxy 9;");
    }

    @Test
    void aSampleValueThatIsGoneIsNoticed() throws IOException {
        Path file = Files.writeString(folder.resolve("site.conf"), "listen 8081;");
        assertThatThrownBy(() -> SampleFile.read(file).with("8080", "9"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("8080");
        assertThatThrownBy(() -> SampleFile.read(folder.resolve("none"))).isInstanceOf(StackException.class);
    }
}
