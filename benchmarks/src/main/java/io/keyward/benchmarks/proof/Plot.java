package io.keyward.benchmarks.proof;

import java.nio.file.Path;

/** A picture beside the report, in SVG. */
public interface Plot {

    /** Of the file, without {@code .svg}. */
    String name();

    String title();

    void write(Path folder);
}
