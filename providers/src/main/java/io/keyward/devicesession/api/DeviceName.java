package io.keyward.devicesession.api;

import java.text.Normalizer;

/**
 * The name that an owner gives a device: 1 to 60 characters (Unicode code points) in normal form C without spaces around,
 * at least one of them visible. Letters of any script, right-to-left ones and emoji included; no control characters, and none
 * that turn the text around them the other way round. What a page makes of {@code <b>} is up to the page: names are text.
 *
 * @param value the name; null for none, when nothing or only space was given
 */
record DeviceName(String value) {

    private static final int MAX = 60;

    /** @throws BadInput for what is no name */
    static DeviceName of(String given) {
        if (given == null) {
            return new DeviceName(null);
        }
        // Before anything else looks at it: normal form C is about three times as long at most.
        if (given.length() > 16 * MAX) {
            throw tooLong();
        }
        if (given.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new BadInput("name-broken", "The name holds half a character");
        }
        if (given.codePoints().anyMatch(DeviceName::control)) {
            throw new BadInput("name-control-character", "The name holds a control character or a line break");
        }
        if (given.codePoints().anyMatch(DeviceName::turnsText)) {
            throw new BadInput(
                    "name-direction-control",
                    "The name holds a character that changes the direction of text around it");
        }
        String name = trimmed(Normalizer.normalize(given, Normalizer.Form.NFC));
        if (name.isEmpty()) {
            return new DeviceName(null);
        }
        if (name.codePointCount(0, name.length()) > MAX) {
            throw tooLong();
        }
        if (name.codePoints().noneMatch(DeviceName::visible)) {
            throw new BadInput("name-invisible", "The name holds nothing that can be seen");
        }
        return new DeviceName(name);
    }

    private static BadInput tooLong() {
        return new BadInput("name-too-long", "A name has at most " + MAX + " characters");
    }

    private static boolean control(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Embeddings, overrides and isolates; the marks that only say which way a text runs are harmless. */
    private static boolean turnsText(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            // Hangul fillers and the empty Braille cell are letters and symbols that show nothing.
            default -> point != 0x115F && point != 0x1160 && point != 0x3164 && point != 0xFFA0 && point != 0x2800;
        };
    }

    private static String trimmed(String text) {
        return text.replaceAll("^[\\p{Z}]+|[\\p{Z}]+$", "");
    }
}
