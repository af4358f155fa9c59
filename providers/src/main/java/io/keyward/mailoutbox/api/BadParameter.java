package io.keyward.mailoutbox.api;

/** A parameter of a request means nothing. */
final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code a stable word for programs
     * @param message a sentence for programmers; holds nothing of the input
     */
    BadParameter(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
