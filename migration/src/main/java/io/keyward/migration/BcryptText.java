package io.keyward.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bcrypt hash of a kind that Keyward verifies: {@code $2a$}, {@code $2b$} or {@code $2y$}, 60 characters. */
record BcryptText(String text, int cost) {

    private static final Pattern FORMAT = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    static Optional<BcryptText> of(String text) {
        Matcher matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(new BcryptText(text, Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "BcryptText[redacted]";
    }
}
