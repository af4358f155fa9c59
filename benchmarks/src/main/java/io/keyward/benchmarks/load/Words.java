package io.keyward.benchmarks.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a command line: options with a value, and some without. */
final class Words {

    private final Map<String, String> values = new HashMap<>();

    Words(String[] words, String... withoutValue) {
        List<String> flags = List.of(withoutValue);
        for (int index = 0; index < words.length; index++) {
            String word = words[index];
            if (flags.contains(word)) {
                values.put(word, "");
            } else if (index + 1 < words.length) {
                values.put(word, words[++index]);
            } else {
                throw new IllegalArgumentException(word + " needs a value, or is no option.");
            }
        }
    }

    boolean has(String option) {
        return values.remove(option) != null;
    }

    String text(String option, String usual) {
        String value = values.remove(option);
        return value == null ? usual : value;
    }

    int number(String option, int usual) {
        String value = text(option, String.valueOf(usual));
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(option + " needs a number, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    /** To be called when every option was asked for: what is left is none. */
    void finish() {
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no option " + values.keySet().iterator().next() + ".");
        }
    }
}
