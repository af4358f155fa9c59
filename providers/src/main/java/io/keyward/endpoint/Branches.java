package io.keyward.endpoint;

import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is contributed to one root, by path segment. */
final class Branches<T> {

    private final Map<String, T> byPath;

    private Branches(Map<String, T> byPath) {
        this.byPath = byPath;
    }

    /** Two contributions of one path are a mistake in the build: the server does not start. */
    static <T> Branches<T> load(Class<T> type, Function<T, String> path) {
        // The loader of our own jar: Keycloak also asks on threads that have another one.
        return new Branches<>(ServiceLoader.load(type, type.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toUnmodifiableMap(path, Function.identity())));
    }

    T at(String path) {
        T found = byPath.get(path);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }
}
