package io.keyward.migration;

/** A row is left out. Carries no stack: this is an ordinary outcome, and there may be many. */
final class Skipped extends Exception {

    private static final long serialVersionUID = 1L;

    private final SkipReason reason;

    Skipped(SkipReason reason) {
        super(reason.word(), null, false, false);
        this.reason = reason;
    }

    SkipReason reason() {
        return reason;
    }
}
