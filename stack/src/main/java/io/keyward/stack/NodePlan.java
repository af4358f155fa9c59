package io.keyward.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the nodes of one stack are told: the same for each, except for ports. */
record NodePlan(StackSettings settings, Database database, AdminAccount admin, int issuerPort) {

    private static final String LOOPBACK = "127.0.0.1";

    List<String> arguments(LocalNode.Address address, boolean importRealms) {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=" + LOOPBACK,
                "--http-port=" + address.port(),
                "--http-management-port=" + address.managementPort(),
                // Tokens of one node count on the other only if both have the same issuer.
                "--hostname=http://localhost:" + issuerPort,
                "--db-url=" + database.jdbcUrl(),
                "--db-username=" + database.username(),
                "--shutdown-delay=0s",
                "--shutdown-timeout=1s"));
        arguments.addAll(cache());
        if (importRealms) {
            arguments.add("--import-realm");
        }
        arguments.addAll(settings.runtimeOptions());
        return arguments;
    }

    Map<String, String> environment(MailCatcher mails) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KC_DB_PASSWORD", database.password());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", admin.username());
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", admin.password());
        environment.put("MAILTRAP_HOST", LOOPBACK);
        environment.put("MAILTRAP_PORT", String.valueOf(mails.smtpPort()));
        environment.putAll(settings.environment());
        return environment;
    }

    private List<String> cache() {
        if (!settings.clustered()) {
            return List.of("--cache=local");
        }
        return List.of(
                "--cache=ispn",
                "--cache-embedded-network-bind-address=" + LOOPBACK,
                "--cache-embedded-network-bind-port=" + Ports.freeForCluster());
    }
}
