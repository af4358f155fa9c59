package io.keyward.fuzz;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Texts that somebody with bad intentions might send: good ones with something changed, cut off, repeated or put in, and some that
 * never were good. The same at every run; a failure names the text.
 */
public final class Fuzz {

    private static final int ROUNDS = 20_000;
    private static final int LONGEST = 300;

    /** What parsers stumble over. */
    private static final String[] PIECES = {
        "\0",
        "\r\n",
        "\n",
        "\t",
        " ",
        "%00",
        "%0d%0a",
        "'",
        "\"",
        "\\",
        "<",
        ">",
        "&",
        ";",
        ",",
        ".",
        "..",
        "/",
        "@",
        "=",
        "+",
        "-",
        "_",
        "{",
        "}",
        "[",
        "]",
        ":",
        "null",
        "true",
        "NaN",
        "1e999",
        "-1",
        "0",
        "9999999999999999999999",
        "é",
        "ß",
        "İ",
        "ſ",
        "𝕏",
        "💥",
        "e\u0301",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ud800",
        "\udc00",
        "\u0000",
        "\u007f",
        "\u2028",
        "$2a$",
        "$2b$31$",
        "xn--",
        "v1.",
        "${x}",
        "%s",
        "AAAA"
    };

    private Fuzz() {}

    /** Calls the check with each text; what it throws is told with the text that did it. */
    public static void texts(Consumer<String> check, String... good) {
        Random random = new Random(20_261_123L + good.length);
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(random, good);
            try {
                check.accept(text);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError("round " + round + ", text: " + escaped(text), e);
            }
        }
    }

    private static String text(Random random, String[] good) {
        StringBuilder text =
                new StringBuilder(good.length == 0 || random.nextInt(4) == 0 ? "" : good[random.nextInt(good.length)]);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(random, text);
        }
        return text.toString();
    }

    private static void change(Random random, StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(7)) {
            case 0 -> text.setLength(at);
            case 1 -> text.delete(0, at);
            case 2 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
            case 3 -> text.insert(at, (char) random.nextInt(0x10000));
            case 4 -> text.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(LONGEST)));
            case 5 -> {
                if (at < text.length()) {
                    text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(7))));
                }
            }
            default -> text.append(text.substring(at));
        }
        if (text.length() > 100_000) {
            text.setLength(100_000);
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .limit(2_000)
                .forEach(unit -> escaped.append(
                        unit >= 0x20 && unit < 0x7f ? String.valueOf((char) unit) : String.format("\\u%04x", unit)));
        return escaped.toString();
    }
}
