package io.keyward.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Stacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keyward's jar in a Keycloak that is too old for it says so, and which versions fit, before a server starts. Runs with
 * {@code -Dkeyward.older=<archive>,<archive>}: distributions ({@code keycloak-quarkus-dist-26.5.6.tar.gz}) of other versions are too
 * large to be fetched with every build.
 */
@Tag("long")
@EnabledIfSystemProperty(
        named = OlderKeycloakIT.ARCHIVES,
        matches = ".+",
        disabledReason = "no older distributions are given")
@Tag("alone")
class OlderKeycloakIT {

    static final String ARCHIVES = "keyward.older";

    @TempDir
    Path folder;

    static Stream<Path> archives() {
        return Arrays.stream(System.getProperty(ARCHIVES).split(",")).map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("archives")
    void refusesToBeBuilt(Path archive) throws Exception {
        assertThat(run("tar", "xzf", archive.toString(), "-C", folder.toString()))
                .isEmpty();
        Path home;
        try (Stream<Path> unpacked = Files.list(folder)) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        String version = home.getFileName().toString().replaceFirst("^keycloak-", "");
        Files.copy(Stacks.providersJar(), home.resolve("providers").resolve("keyward.jar"));
        String said = run(home.resolve("bin").resolve("kc.sh").toString(), "build", "--db=postgres");
        assertThat(said)
                .contains("Keyward runs on Keycloak 26.7")
                .contains("this is " + version)
                .contains("take keyward.jar out");
        assertThat(said).doesNotContain("Server configuration updated and persisted");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
