package io.keyward.stack;

import java.util.function.Consumer;

/** Tells a person what takes long, one line per step. */
record Progress(Consumer<String> lines) {

    void step(String line) {
        lines.accept(line);
    }
}
