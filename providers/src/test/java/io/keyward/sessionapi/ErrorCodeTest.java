package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ErrorCodeTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void theDescriptionHasEachWordAndNoOther() throws IOException {
        Stream<String> described = Files.readAllLines(DOCS.resolve("openapi.yaml")).stream()
                .map(String::strip)
                .filter(line -> line.matches("- [a-z_]+"))
                .map(line -> line.substring(2));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ErrorCode.values()).map(ErrorCode::word).toList());
    }

    @Test
    void theManualHasEachWord() throws IOException {
        String manual = Files.readString(DOCS.resolve("session-api.md"));
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(manual).contains("`" + code.word() + "`");
        }
    }
}
