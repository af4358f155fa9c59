package io.keyward.benchmarks.proof;

import java.util.List;

/** Sections that need the same servers. */
public interface Group extends AutoCloseable {

    String title();

    /** In the order in which they are measured. */
    List<Section> sections();

    /** Seconds that the start takes. */
    int startSeconds();

    /** Starts the servers; called once, and only if a section is wanted. */
    void start();

    /** Ends what was started, if anything was. */
    @Override
    void close();
}
