package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildKeyTest {

    @TempDir
    private Path folder;

    @Test
    void theSameContentsNeedNoSecondBuild() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        String before = BuildKey.of("26", List.of(jar), List.of("--b", "--a"));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(BuildKey.of("26", List.of(jar), List.of("--a", "--b"))).isEqualTo(before);
    }

    @Test
    void anyChangeNeedsOne() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        String before = BuildKey.of("26", List.of(jar), List.of("--a"));
        assertThat(BuildKey.of("27", List.of(jar), List.of("--a"))).isNotEqualTo(before);
        assertThat(BuildKey.of("26", List.of(jar), List.of("--b"))).isNotEqualTo(before);
        Files.writeString(jar, "two");
        assertThat(BuildKey.of("26", List.of(jar), List.of("--a"))).isNotEqualTo(before);
    }
}
