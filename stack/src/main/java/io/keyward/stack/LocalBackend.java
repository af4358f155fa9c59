package io.keyward.stack;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Processes of this machine. */
public final class LocalBackend implements StackBackend {

    @Override
    public String name() {
        return "local";
    }

    @Override
    public SignInStack start(Path project, KeycloakOptions options, Consumer<String> progress) {
        return KeywardStack.builder()
                .project(project)
                .options(options)
                .progress(progress)
                .start();
    }
}
