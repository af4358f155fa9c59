package io.keyward.stack;

import java.util.List;

/**
 * What Keycloak is told beyond what a stack tells it anyway.
 *
 * @param build options of {@code kc.sh build}, such as {@code --features=token-exchange}
 * @param runtime options of {@code kc.sh start}, such as {@code --log-level=DEBUG}
 */
public record KeycloakOptions(List<String> build, List<String> runtime) {

    public KeycloakOptions {
        build = List.copyOf(build);
        runtime = List.copyOf(runtime);
    }

    public static KeycloakOptions none() {
        return new KeycloakOptions(List.of(), List.of());
    }
}
