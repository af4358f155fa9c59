package io.keyward.passwordpolicy;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Says whether a password is among the first that somebody would guess: one of the most common, whatever its case, or made
 * of such by what people do to make it longer.
 *
 * <ul>
 *   <li>said twice or more ({@code letmeinletmein}), the last time perhaps cut off;
 *   <li>two of them side by side ({@code iloveyouqwerty});
 *   <li>one to three characters again and again, or a run through alphabet or digits, in either direction;
 *   <li>any of these with digits and signs before or behind: up to four of each, or digits that are common themselves.
 * </ul>
 *
 * <p>Long lists hold few passwords of fifteen characters or more; this is how those of a realm that asks for that many look.
 * Takes time in proportion to the length.
 *
 * @param known whether a text in lower case is one that people try first
 */
record Guess(Predicate<String> known) {

    private static final int TRIVIAL_PERIOD = 3;
    private static final int FEW = 4;

    /** Longer than any two entries side by side; splitting what is longer finds nothing. */
    private static final int LONGEST_PAIR = 40;

    boolean likely(String password) {
        String text = password.toLowerCase(Locale.ROOT);
        return plain(text) || (text.chars().anyMatch(Character::isLetter) ? decorated(text) : little(text));
    }

    private boolean plain(String text) {
        int period = Repetition.period(text);
        String once = text.substring(0, period);
        return period <= TRIVIAL_PERIOD || Run.is(once) || known.test(text) || known.test(once) || pair(once);
    }

    private boolean pair(String text) {
        if (text.length() > LONGEST_PAIR) {
            return false;
        }
        for (int split = 1; split < text.length(); split++) {
            if (known.test(text.substring(0, split)) && known.test(text.substring(split))) {
                return true;
            }
        }
        return false;
    }

    private boolean decorated(String text) {
        int start = 0;
        while (start < text.length() && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        while (end > start && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return little(text.substring(0, start)) && little(text.substring(end)) && plain(text.substring(start, end));
    }

    /** Whether digits and signs add next to nothing. */
    private boolean little(String decoration) {
        String digits = decoration.replaceAll("[^0-9]", "");
        return decoration.length() - digits.length() <= FEW && (digits.length() <= FEW || plain(digits));
    }
}
