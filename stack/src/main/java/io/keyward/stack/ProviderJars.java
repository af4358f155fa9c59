package io.keyward.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The jars that go into Keycloak's {@code providers} folder. */
final class ProviderJars {

    private ProviderJars() {}

    /** The same jars by name, all of them there. */
    static List<Path> checked(List<Path> jars) {
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new StackException(
                        "%s is not there. Package it first: ./mvnw package -DskipTests".formatted(jar));
            }
        }
        return jars.stream()
                .sorted((left, right) -> left.getFileName().compareTo(right.getFileName()))
                .toList();
    }

    static String names(List<Path> jars) {
        return jars.isEmpty()
                ? "no extra jars"
                : jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.joining(", "));
    }
}
