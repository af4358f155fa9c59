package io.keyward.stack.containers;

import io.keyward.stack.KeycloakOptions;
import io.keyward.stack.SignInStack;
import io.keyward.stack.StackBackend;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Containers of the official images, on Linux with a container engine. */
public final class ContainersBackend implements StackBackend {

    @Override
    public String name() {
        return "containers";
    }

    @Override
    public SignInStack start(Path project, KeycloakOptions options, Consumer<String> progress) {
        return ContainersStack.start(project, options, progress);
    }
}
