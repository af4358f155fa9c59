package io.keyward.migration;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code send} was called with.
 *
 * @param server the base address of Keycloak, without a slash at the end
 */
record SendOptions(
        Path folder,
        String server,
        String loginRealm,
        String client,
        Optional<Path> clientSecretFile,
        String admin,
        Optional<Path> passwordFile,
        int connections,
        boolean again) {

    static final String USAGE = """
            send:
              --server URL          Keycloak, such as https://sign-in.example.org
              --admin NAME          an administrator (default admin), who may manage the realm
              --password-file FILE  the password; it is asked for otherwise
              --login-realm NAME    where the administrator is at home (default master)
              --client ID           the client to sign in with (default admin-cli)
              --client-secret-file FILE
                                    the client signs in itself, by its service account
              --connections N       requests at once (default 2)
              --again               send all files, also those that were sent before
            """;

    private static final Set<String> OPTIONS = Set.of(
            "--server",
            "--admin",
            "--password-file",
            "--login-realm",
            "--client",
            "--client-secret-file",
            "--connections");

    static SendOptions parse(String... words) {
        Arguments arguments = new Arguments(words, OPTIONS, Set.of("--again"));
        return new SendOptions(
                Path.of(arguments.only("the folder that prepare has written")),
                server(arguments.required("--server")),
                arguments.last("--login-realm").orElse("master"),
                arguments.last("--client").orElse("admin-cli"),
                arguments.path("--client-secret-file"),
                arguments.last("--admin").orElse("admin"),
                arguments.path("--password-file"),
                arguments.number("--connections", 2, 1, 16),
                arguments.has("--again"));
    }

    private static String server(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return text.replaceFirst("/+$", "");
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below.
        }
        throw new UsageException("--server is an address such as https://sign-in.example.org.");
    }
}
