package io.keyward.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server with its provider jars, after {@code build}. It is never written to again, so stacks and nodes share it.
 *
 * @param key names the jars and options it was built with
 */
record KeycloakInstallation(Path folder, String key) {

    /** Built-in options that every stack needs; callers add theirs. */
    private static final List<String> BUILD =
            List.of("--db=postgres", "--health-enabled=true", "--metrics-enabled=true");

    static KeycloakInstallation of(StackSettings settings, Progress progress) {
        List<Path> jars = ProviderJars.checked(settings.jars());
        List<String> options = new ArrayList<>(BUILD);
        options.addAll(settings.buildOptions());
        String key = BuildKey.of(KeycloakDistribution.version(), jars, options);
        Path folder = new CacheSlot(settings.folders().installations(), key).get(target -> {
            Path released = KeycloakDistribution.unpacked(settings.folders(), progress);
            progress.step("Building Keycloak with " + ProviderJars.names(jars) + " (about 20 s, once per change)");
            // Only these jars are never rewritten by a build.
            FileTree.copy(
                    released,
                    target,
                    file -> file.toString().endsWith(".jar") && file.startsWith(released.resolve("lib/lib")));
            install(jars, target.resolve("providers"));
            build(target, options);
        });
        return new KeycloakInstallation(folder, key);
    }

    /** Gives a node a home of its own for data, with everything else shared. */
    void linkHome(Path home) {
        try {
            Files.createDirectories(home.resolve("data").resolve("import"));
            for (String shared : List.of("lib", "providers", "conf", "themes")) {
                Files.createSymbolicLink(home.resolve(shared), folder.resolve(shared));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(List<Path> jars, Path providers) {
        try {
            for (Path jar : jars) {
                Files.copy(jar, providers.resolve(jar.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path folder, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(options);
        Path log = folder.resolve("build.log");
        try {
            Process build = new KeycloakCommand(folder, folder, List.of("-XX:TieredStopAtLevel=1", "-Xmx768m"))
                    .start(arguments, Map.of(), log);
            Thread guard = new Thread(build::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(guard);
            int exit = build.waitFor();
            Runtime.getRuntime().removeShutdownHook(guard);
            if (exit != 0) {
                throw new StackException("Keycloak could not be built with these jars and options ("
                        + String.join(" ", options) + "). It said:\n" + LogFile.lastLines(log));
            }
        } catch (IOException e) {
            throw new StackException("Java could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while Keycloak was being built.", e);
        }
    }
}
