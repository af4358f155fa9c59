package io.keyward.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A database folder in which Keycloak has made its tables, kept for copies. It holds the master realm only. */
record PreparedDatabase(StackSettings settings, KeycloakInstallation installation) {

    void copyTo(Path target) {
        StackFolders folders = settings.folders();
        Path made = new CacheSlot(folders.preparedDatabases(), installation.key()).get(this::make);
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FileTree.copy(made.resolve("postgresql"), target, file -> false);
    }

    private void make(Path folder) {
        settings.progress().step("Preparing a database with Keycloak's tables (about 15 s, once per change)");
        KeywardStack stack = KeywardStack.start(new StackSettings(
                settings.folders(),
                Optional.of(folder),
                settings.logs().map(logs -> logs.resolve("prepared")),
                settings.jars(),
                List.of(),
                Optional.empty(),
                new StackSettings.PortWishes(0, 0, 0, 0, 0),
                1,
                false,
                false,
                settings.databaseSettings(),
                false,
                settings.buildOptions(),
                settings.runtimeOptions(),
                settings.environment(),
                settings.jvmFlags(),
                new Progress(line -> {})));
        stack.close();
    }
}
