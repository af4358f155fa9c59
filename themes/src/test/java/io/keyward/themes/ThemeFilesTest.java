package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.theme.Theme;

final class ThemeFilesTest {

    private static final Path THEME = Path.of("src", "main", "resources", "theme", "keyward");

    @Test
    void everyTypeIsDeclared() throws IOException {
        String declared = Files.readString(Path.of("src", "main", "resources", "META-INF", "keycloak-themes.json"));
        try (Stream<Path> types = Files.list(THEME)) {
            assertThat(types).allSatisfy(type -> assertThat(declared).contains("\"" + type.getFileName() + "\""));
        }
    }

    @Test
    void everyStyleIsThere() throws IOException {
        ThemeKit login = ThemeKit.of("keyward", Theme.Type.LOGIN);

        for (String style : login.getProperties().getProperty("styles").split(" ")) {
            assertThat(login.hasResource(style)).as(style).isTrue();
        }
        for (String ours : new String[] {"css/keyward.css", "js/keyward-page.js", "js/keyward-waiting.js"}) {
            assertThat(login.hasResource(ours)).as(ours).isTrue();
        }
    }

    @Test
    void nothingComesFromElsewhereAndLittleIsAdded() throws IOException {
        int added = 0;
        ThemeKit login = ThemeKit.of("keyward", Theme.Type.LOGIN);
        for (String path :
                new String[] {"css/keyward-login.css", "css/keyward.css", "js/keyward-page.js", "js/keyward-waiting.js"
                }) {
            byte[] bytes = login.getResourceAsStream(path).readAllBytes();
            added += bytes.length;
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(path)
                    .doesNotContain("http:", "https:", "@import", "url(");
        }
        assertThat(added).isLessThan(30_000);
    }
}
