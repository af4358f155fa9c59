package io.keyward.benchmarks.load;

import java.util.List;

/**
 * A script for the load generator with all it needs, ready to run once.
 *
 * @param file its name among the scripts
 * @param seconds when it ends, unless it ends by itself before
 * @param arguments as the script's first lines describe them
 */
record LoadScript(String file, int seconds, List<String> arguments) {}
