package io.keyward.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The unpacked server as released, taken from the local Maven repository, where building this module has put it. */
final class KeycloakDistribution {

    private KeycloakDistribution() {}

    static String version() {
        try (InputStream file = KeycloakDistribution.class.getResourceAsStream("stack.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("keycloak.dist.version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path unpacked(StackFolders folders, Progress progress) {
        String version = version();
        return new CacheSlot(folders.distributions(), "keycloak-" + version).get(folder -> {
            Path archive = archive(version);
            progress.step("Unpacking Keycloak " + version);
            try {
                TarGz.unpack(archive, folder);
            } catch (IOException e) {
                throw new StackException(
                        "Cannot unpack " + archive + ": " + e.getMessage()
                                + ". If the download was cut short, delete the file and run ./mvnw package again.",
                        e);
            }
        });
    }

    private static Path archive(String version) {
        Path archive = localRepository()
                .resolve("org/keycloak/keycloak-quarkus-dist")
                .resolve(version)
                .resolve("keycloak-quarkus-dist-" + version + ".tar.gz");
        if (!Files.isRegularFile(archive)) {
            throw new StackException(
                    "Keycloak %s is not in the local Maven repository (%s). ./mvnw package downloads it."
                            .formatted(version, archive));
        }
        return archive;
    }

    private static Path localRepository() {
        String given = System.getProperty("maven.repo.local", "");
        return given.isEmpty() ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(given);
    }
}
