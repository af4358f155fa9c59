package io.keyward.benchmarks.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the report was asked for with.
 *
 * @param only ids of the sections that are wanted; all, if it is empty
 * @param smoke whether tiny numbers will do
 * @param minutes for everything but the build
 * @param name of the folder below {@code benchmarks/results}
 */
public record ProofOptions(List<String> only, boolean smoke, int minutes, String name, boolean help) {

    private static final int MINUTES = 42;

    /** @throws IllegalArgumentException with a message for whoever called */
    public static ProofOptions of(String... words) {
        Optional<String> only = Optional.empty();
        Optional<String> name = Optional.empty();
        int minutes = MINUTES;
        boolean smoke = false;
        boolean help = false;
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--smoke" -> smoke = true;
                case "--help" -> help = true;
                case "--only" -> only = Optional.of(value(words, ++at));
                case "--name" -> name = Optional.of(value(words, ++at));
                case "--minutes" -> minutes = number(value(words, ++at));
                default -> throw new IllegalArgumentException("There is no option " + words[at] + ".");
            }
        }
        return new ProofOptions(
                only.map(ids -> Arrays.asList(ids.split(","))).orElse(List.of()),
                smoke,
                minutes,
                name.orElse("proof"),
                help);
    }

    boolean wants(Section section) {
        return only.isEmpty() || only.contains(section.id());
    }

    /** One of two numbers: for a run that counts, or for one that only tries everything out. */
    public int of(int full, int tiny) {
        return smoke ? tiny : full;
    }

    private static String value(String[] words, int at) {
        if (at >= words.length) {
            throw new IllegalArgumentException(words[at - 1] + " needs a value.");
        }
        return words[at];
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("--minutes needs a number, not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
