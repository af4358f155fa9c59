package io.keyward.passwordpolicy;

/** How a text repeats itself. */
final class Repetition {

    private Repetition() {}

    /**
     * The length of the shortest beginning that, said again and again, gives the text; the last time may be cut off. The
     * length of the text itself when it is not said twice in full.
     */
    static int period(String text) {
        // The failure function of Knuth, Morris and Pratt: how long a beginning of the text ends at each place.
        int[] border = new int[text.length()];
        int length = 0;
        for (int i = 1; i < text.length(); i++) {
            while (length > 0 && text.charAt(i) != text.charAt(length)) {
                length = border[length - 1];
            }
            if (text.charAt(i) == text.charAt(length)) {
                length++;
            }
            border[i] = length;
        }
        int period = text.length() - length;
        return period * 2 <= text.length() ? period : text.length();
    }
}
