package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {

    @Test
    void quotesAndLineBreaksAreEscaped() {
        assertThat(Json.of("a \"b\" \\ \n\t ü")).isEqualTo("\"a \\\"b\\\" \\\\ \\u000a\\u0009 ü\"");
    }

    @Test
    void mapsAndListsNest() {
        assertThat(Json.of(Map.of("to", List.of("a", "b")))).isEqualTo("{\"to\":[\"a\",\"b\"]}");
    }
}
