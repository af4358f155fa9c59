package io.keyward.devicesession.jpa;

/** What may go into a column, and what may be looked for in one. */
final class Text {

    static final int COLUMN = 255;
    static final int ID = 64;

    private Text() {}

    /** As much of it as a column takes. PostgreSQL takes no NUL in a text. For what comes from a client and is only shown. */
    static String clip(String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replace("\0", "");
        if (clean.length() <= COLUMN) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(COLUMN - 1)) ? COLUMN - 1 : COLUMN;
        return clean.substring(0, end);
    }

    /** Whether there may be a row with this id. An id may come from anywhere, and PostgreSQL answers a NUL with an error. */
    static boolean id(String id) {
        return id != null && !id.isEmpty() && id.length() <= ID && id.indexOf('\0') < 0;
    }

    static boolean userId(String id) {
        return id != null && !id.isEmpty() && id.length() <= COLUMN && id.indexOf('\0') < 0;
    }
}
