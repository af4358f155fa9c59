package io.keyward.migration;

/** Something outside of the tool stands in the way; the message says what, and holds no secret. */
final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }
}
