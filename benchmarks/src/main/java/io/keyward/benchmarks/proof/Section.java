package io.keyward.benchmarks.proof;

import java.time.Instant;
import java.util.function.Function;

/**
 * Something that is measured by itself, and may fail by itself.
 *
 * @param id by which the command line calls it, such as {@code boot}
 * @param seconds it wants for everything it does; a little more than it needs
 * @param work measures in rounds, at least one, and begins none after the given end; throws with a message that the report will show
 */
public record Section(String id, String title, int seconds, Function<Instant, Finding> work) {}
