package io.keyward.migration;

/**
 * One row of the source, as it stands there; a field that is missing is null.
 *
 * @param number counted from 1, without a header
 * @param line where it begins in the file, 0 where there are no lines
 */
record SourceRow(
        long number,
        long line,
        String id,
        String name,
        String email,
        String role,
        String verified,
        String hash,
        String createdAt) {

    static SourceRow of(long number, long line, Fields fields) {
        return new SourceRow(
                number,
                line,
                fields.get("id"),
                fields.get("name"),
                fields.get("email"),
                fields.get("role"),
                fields.get("is_verified"),
                fields.get("password_hash"),
                fields.get("created_at"));
    }

    /** A row that cannot be told apart into fields. */
    static SourceRow broken(long number, long line) {
        return new SourceRow(number, line, null, null, null, null, null, null, null);
    }

    /** One row by the names of its columns. */
    @FunctionalInterface
    interface Fields {

        /** Null for a column that is empty or not there. */
        String get(String column);
    }

    @Override
    public String toString() {
        return "SourceRow[" + number + "]";
    }
}
