package io.keyward.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a caller of {@link StackBuilder} has asked for. */
record StackSettings(
        StackFolders folders,
        Optional<Path> data,
        Optional<Path> logs,
        List<Path> jars,
        List<Path> realmFiles,
        Optional<Path> users,
        PortWishes ports,
        int nodes,
        boolean clustered,
        boolean durable,
        Map<String, String> databaseSettings,
        boolean prepared,
        List<String> buildOptions,
        List<String> runtimeOptions,
        Map<String, String> environment,
        List<String> jvmFlags,
        Progress progress) {

    /** Ports that the caller wants; 0 stands for any free one. */
    record PortWishes(int http, int management, int mailPage, int smtp, int database) {}
}
