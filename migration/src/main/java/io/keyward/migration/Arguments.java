package io.keyward.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind a command: options with a value, flags without, and what is left. */
final class Arguments {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();

    Arguments(String[] words, Set<String> options, Set<String> flags) {
        for (int index = 0; index < words.length; index++) {
            String word = words[index];
            if (flags.contains(word)) {
                values.put(word, List.of());
            } else if (options.contains(word)) {
                if (++index == words.length) {
                    throw new UsageException(word + " needs a value.");
                }
                values.computeIfAbsent(word, key -> new ArrayList<>()).add(words[index]);
            } else if (word.startsWith("-")) {
                throw new UsageException("There is no option " + word + ".");
            } else {
                others.add(word);
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> last(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    String required(String name) {
        return last(name).orElseThrow(() -> new UsageException(name + " is missing."));
    }

    Optional<Path> path(String name) {
        return last(name).map(Path::of);
    }

    int number(String name, int otherwise, int least, int most) {
        String word = last(name).orElse(String.valueOf(otherwise));
        if (!word.matches("[0-9]{1,9}") || Integer.parseInt(word) < least || Integer.parseInt(word) > most) {
            throw new UsageException(name + " is a number from " + least + " to " + most + ".");
        }
        return Integer.parseInt(word);
    }

    /** The one word that belongs to no option. */
    String only(String what) {
        if (others.size() != 1) {
            throw new UsageException("Give " + what + ".");
        }
        return others.get(0);
    }

    void none() {
        if (!others.isEmpty()) {
            throw new UsageException(others.get(0) + " belongs to no option.");
        }
    }
}
