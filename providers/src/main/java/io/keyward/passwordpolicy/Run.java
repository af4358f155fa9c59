package io.keyward.passwordpolicy;

/** A walk through alphabet or digits, one step after the other: {@code abcdef}, {@code 3210987}. */
final class Run {

    private static final int SHORTEST = 4;

    private Run() {}

    static boolean is(String text) {
        return text.length() >= SHORTEST && (walks(text, 1) || walks(text, -1));
    }

    private static boolean walks(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            if (!follows(text.charAt(i - 1), text.charAt(i), step)) {
                return false;
            }
        }
        return true;
    }

    /** Nine and nought are neighbours, as on keyboards. */
    private static boolean follows(char before, char after, int step) {
        if (isDigit(before) && isDigit(after)) {
            return (before - '0' + step + 10) % 10 == after - '0';
        }
        return isLetter(before) && isLetter(after) && before + step == after;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
