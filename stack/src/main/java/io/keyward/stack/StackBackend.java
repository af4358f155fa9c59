package io.keyward.stack;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * A way to bring up the stack of a checkout. It is chosen by name, never by what a machine happens to have: a test that
 * passes on one backend says nothing about another.
 */
public interface StackBackend {

    /** Such as {@code local} or {@code containers}. */
    String name();

    /**
     * Starts one node with the packaged jars and the realm definition, on free ports, and returns when it is ready.
     *
     * @param project the checkout, with its jars packaged
     * @param options which every node gets
     * @param progress is told what takes long
     */
    SignInStack start(Path project, KeycloakOptions options, Consumer<String> progress);

    /**
     * The backend of this name among those on the class path.
     *
     * @throws StackException when there is none
     */
    static StackBackend named(String name) {
        return ServiceLoader.load(StackBackend.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException(
                        "There is no stack called '%s' here. -Dkeyward.stack=local is always there; -Pcontainers adds 'containers'."
                                .formatted(name)));
    }
}
