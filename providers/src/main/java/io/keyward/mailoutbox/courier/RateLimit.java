package io.keyward.mailoutbox.courier;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many mails in any period of that length, on one node.
 *
 * @param mails how many, 0 for any number
 */
record RateLimit(int mails, Duration period) {

    static final RateLimit NONE = new RateLimit(0, Duration.ZERO);

    /**
     * Careful enough for a sandbox on a small plan. Mailtrap's documentation says that sandboxes have a limit per ten seconds, and
     * that its number depends on the plan, but not the numbers; it says so when it was too much.
     */
    private static final String MAILTRAP_SANDBOX = "mailtrap-sandbox";

    /** The limit of all of Mailtrap's APIs, per token. */
    private static final String MAILTRAP_API = "mailtrap-api";

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,4})");

    boolean none() {
        return mails == 0;
    }

    /**
     * @param text mails and seconds, as {@code 5/10}; {@code none}; {@code mailtrap-sandbox}; or {@code mailtrap-api}
     * @return empty for anything else
     */
    static Optional<RateLimit> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String value = text.strip();
        if (value.equals("none")) {
            return Optional.of(NONE);
        }
        if (value.equals(MAILTRAP_SANDBOX)) {
            return Optional.of(new RateLimit(5, Duration.ofSeconds(10)));
        }
        if (value.equals(MAILTRAP_API)) {
            return Optional.of(new RateLimit(150, Duration.ofSeconds(10)));
        }
        Matcher form = FORM.matcher(value);
        return form.matches()
                ? Optional.of(new RateLimit(
                        Integer.parseInt(form.group(1)), Duration.ofSeconds(Long.parseLong(form.group(2)))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return none() ? "none" : mails + "/" + period.toSeconds();
    }
}
