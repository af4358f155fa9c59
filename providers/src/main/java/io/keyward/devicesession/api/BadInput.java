package io.keyward.devicesession.api;

import java.util.function.Supplier;

/** Something in a request cannot be what was meant. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code a stable word for programs
     * @param message a sentence for programmers; holds nothing of the input
     */
    BadInput(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    /** What is read, or a bad request in place of this exception. */
    static <T> T answered(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadInput bad) {
            throw Problem.badRequest(bad);
        }
    }
}
