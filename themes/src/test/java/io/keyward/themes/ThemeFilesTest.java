package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        for (String ours : List.of(
                "css/keyward.css",
                "js/keyward-page.js",
                "js/keyward-waiting.js",
                "js/keyward-password.js",
                "js/keyward-strength.js")) {
            assertThat(login.hasResource(ours)).as(ours).isTrue();
        }
    }

    @Test
    void nothingComesFromElsewhereAndLittleIsAdded() throws IOException {
        int added = 0;
        ThemeKit login = ThemeKit.of("keyward", Theme.Type.LOGIN);
        for (String path : List.of(
                "css/keyward-login.css",
                "css/keyward.css",
                "js/keyward-page.js",
                "js/keyward-waiting.js",
                "js/keyward-password.js",
                "js/keyward-strength.js")) {
            byte[] bytes = login.getResourceAsStream(path).readAllBytes();
            added += bytes.length;
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(path)
                    .doesNotContain("http:", "https:", "@import", "url(");
        }
        assertThat(added).isLessThan(40_000);
    }

    /** When this fails, Keycloak has changed a page that the theme has a version of its own of: carry the change over. */
    @ParameterizedTest
    @CsvSource({
        "theme/keycloak.v2/login/register.ftl, 75661cb29cd3139aa7b8bcfed5bad9192cb3a2f4788f88c98777f0888725dc24",
        "theme/keycloak.v2/login/login-update-password.ftl,"
                + " 0cea2ddf59acc4ac36c7d849dc7c1a554466cf0cc6679f18ae08daee28f6258e",
        "theme/keycloak.v2/login/login-reset-password.ftl,"
                + " 66ef8a11259236a60c16463d7888e29348b1fd6cdc2e3555548c294556324452",
        "theme/base/login/logout-confirm.ftl, 9a5f5070691bd7d122afd621693402778c0ec7bf8a79304aa20600c18c4e6f06",
        "theme/base/login/login-page-expired.ftl, df4e9795782f512c97f67fdaa08cd382f1c300639bbc87a27cab302e08f3078c",
        "theme/base/login/info.ftl, 77019d077436cdcacf88c67ac809381b6cb0257d1223f2882ad1eef75f4ef457",
        "theme/base/login/error.ftl, 1a358dc521c16ac678d72de5dfa1a4fa356f2fb0e532cadfffcc6e6caa283bc3"
    })
    void pagesThatWereCopiedAreStillWhatKeycloakShips(String path, String sha256) throws Exception {
        byte[] bytes =
                ThemeFilesTest.class.getClassLoader().getResourceAsStream(path).readAllBytes();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(sha256);
    }
}
