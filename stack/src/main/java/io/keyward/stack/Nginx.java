package io.keyward.stack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The nginx of this machine with a site of the examples: one process in the foreground that needs no rights, writes into one
 * folder, and touches nothing of the nginx that the machine may run otherwise.
 */
public final class Nginx {

    /** Everything nginx would put elsewhere is put into its folder. One process: it ends with a signal and changes no user. */
    private static final String MAIN = """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log stderr;
            events { worker_connections 256; }
            http {
                access_log off;
                client_body_temp_path temp-body;
                proxy_temp_path temp-proxy;
                fastcgi_temp_path temp-fastcgi;
                uwsgi_temp_path temp-uwsgi;
                scgi_temp_path temp-scgi;
                include site.conf;
            }
            """;

    private Nginx() {}

    /** Where nginx is: Debian keeps it where only administrators look by themselves. */
    public static Optional<Path> installed() {
        String search = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin" + File.pathSeparator
                + "/usr/local/sbin";
        return Stream.of(search.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts nginx and returns when it answers.
     *
     * @param folder its own, made if it is not there
     * @param site what stands within {@code http}: servers, upstreams, maps
     * @param ready answers 200
     * @throws StackException when nginx is not installed, or does not like the site
     */
    public static Companion start(Path folder, String site, URI ready) {
        Path nginx = installed().orElseThrow(() -> new StackException("nginx is not installed."));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("nginx.conf"), MAIN);
            Files.writeString(folder.resolve("site.conf"), site);
        } catch (IOException e) {
            throw new StackException("nginx cannot have its folder " + folder + ": " + e.getMessage(), e);
        }
        ProcessBuilder command = new ProcessBuilder(
                nginx.toString(), "-p", folder.toAbsolutePath() + "/", "-c", "nginx.conf", "-e", "stderr");
        return Companion.start(command, ready, folder.resolve("nginx.log"));
    }
}
