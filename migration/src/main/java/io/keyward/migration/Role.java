package io.keyward.migration;

import java.util.Locale;

/** The realm roles that Keyward gives people. Everybody is a user, by the realm's default roles. */
enum Role {
    USER,
    ADMIN;

    /** Null where there is none. */
    static Role named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "user" -> USER;
            case "admin" -> ADMIN;
            default -> null;
        };
    }
}
