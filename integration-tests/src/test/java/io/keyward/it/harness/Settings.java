package io.keyward.it.harness;

import java.nio.file.Path;

/** What the build tells the tests. */
final class Settings {

    private Settings() {}

    /** The folder of the whole project. */
    static Path root() {
        return path("keyward.root", "..");
    }

    static Path work() {
        return path("keyward.work", "target/stack");
    }

    static Path providersJar() {
        return path("keyward.providers.jar", "../providers/target/keyward.jar");
    }

    static Path themesJar() {
        return path("keyward.themes.jar", "../themes/target/keyward-themes.jar");
    }

    static Path screenshots() {
        return path("keyward.screenshots", "target/screenshots");
    }

    /** Which backend: {@code local} or {@code containers}. Chosen, never detected. */
    static String stack() {
        return System.getProperty("keyward.stack", "local");
    }

    private static Path path(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath().normalize();
    }
}
