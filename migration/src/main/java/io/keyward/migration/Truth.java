package io.keyward.migration;

import java.util.Locale;
import java.util.Optional;

/** Reads true and false as databases write them. Nothing is false. */
final class Truth {

    private Truth() {}

    /** Empty for what is neither. */
    static Optional<Boolean> read(String text) {
        if (text == null) {
            return Optional.of(false);
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "t", "true", "yes", "y", "on", "1" -> Optional.of(true);
            case "f", "false", "no", "n", "off", "0", "", "null" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
