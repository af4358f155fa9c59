package io.keyward.passwordreset;

/** The username or address that somebody typed; anything at all. */
final class TypedName {

    /** As long as either can be in Keycloak. */
    static final int LONGEST = 255;

    private TypedName() {}

    static boolean missing(String typed) {
        return typed == null || typed.isBlank();
    }

    /** What to look for, or null if no account can have it: PostgreSQL answers a NUL, or half of a surrogate pair, with an error. */
    static String searchable(String typed) {
        String name = typed == null ? "" : typed.strip();
        return name.isEmpty() || name.length() > LONGEST || name.codePoints().anyMatch(TypedName::impossible)
                ? null
                : name;
    }

    /** What to show to whoever typed it: one line, not longer than a name can be. */
    static String shown(String typed) {
        StringBuilder line = new StringBuilder();
        typed.strip()
                .codePoints()
                .filter(point -> !impossible(point))
                .limit(LONGEST)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Whole surrogate pairs are one code point outside of this range. */
    private static boolean impossible(int point) {
        return Character.isISOControl(point) || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
