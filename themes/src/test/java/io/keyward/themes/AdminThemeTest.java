package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that are added to Keycloak's admin console. */
final class AdminThemeTest {

    private static final Path THEME = Path.of("src", "main", "resources", "theme", "keyward", "admin");
    private static final Path RESOURCES = THEME.resolve("resources");
    private static final Pattern IMPORT =
            Pattern.compile("(?:^import .* from |^} from |import\\()\"([^\"]+)\"", Pattern.MULTILINE);

    @Test
    void theConsoleStaysKeycloaksAndLoadsOneScriptAndOneStyleMore() throws IOException {
        Properties theme = new Properties();
        theme.load(Files.newBufferedReader(THEME.resolve("theme.properties")));

        assertThat(theme.getProperty("parent")).isEqualTo("keycloak.v2");
        assertThat(theme).hasSize(3);
        for (String file : List.of(theme.getProperty("scripts"), theme.getProperty("styles"))) {
            assertThat(RESOURCES.resolve(file)).isRegularFile();
        }
        assertThat(THEME.resolve("index.ftl")).as("a copy of Keycloak's page").doesNotExist();
    }

    @Test
    void everyImportIsThereOrKeycloaksReact() throws IOException {
        for (Path script : scripts()) {
            Matcher imported = IMPORT.matcher(Files.readString(script));
            while (imported.find()) {
                String name = imported.group(1);
                if (name.startsWith(".")) {
                    assertThat(script.resolveSibling(name).normalize()).isRegularFile();
                } else {
                    assertThat(name).as(script.toString()).isIn("react", "react-dom");
                }
            }
        }
    }

    @Test
    void nothingComesFromElsewhereAndNoTextBecomesMarkup() throws IOException {
        for (Path script : scripts()) {
            assertThat(Files.readString(script))
                    .as(script.toString())
                    .doesNotContain(
                            "http:",
                            "https:",
                            "innerHTML",
                            "insertAdjacentHTML",
                            "dangerously",
                            "eval(",
                            "localStorage",
                            "sessionStorage");
        }
        assertThat(Files.readString(RESOURCES.resolve("css").resolve("keyward-admin.css")))
                .doesNotContain("http:", "https:", "@import", "url(");
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(path -> path.toString().endsWith(".js")).toList();
        }
    }
}
