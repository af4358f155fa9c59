package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.ProofOptions;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What all parts of the standing report need.
 *
 * @param root of the checkout
 */
record ProofSetting(Path root, ProofOptions options, Consumer<String> progress) {

    /** One of two numbers, as text: for a run that counts, or for one that only tries everything out. */
    String of(int full, int tiny) {
        return String.valueOf(options.of(full, tiny));
    }
}
