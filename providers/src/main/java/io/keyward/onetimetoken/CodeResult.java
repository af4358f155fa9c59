package io.keyward.onetimetoken;

/**
 * The answer to a typed code.
 *
 * @param verdict what came of it
 * @param triesLeft how many tries are left after this one; 0 unless {@link Verdict#WRONG}
 */
public record CodeResult(Verdict verdict, int triesLeft) {

    static final CodeResult ACCEPTED = new CodeResult(Verdict.ACCEPTED, 0);
    static final CodeResult NO_TRIES = new CodeResult(Verdict.NO_TRIES, 0);
    static final CodeResult EXPIRED = new CodeResult(Verdict.EXPIRED, 0);
    static final CodeResult NOT_PENDING = new CodeResult(Verdict.NOT_PENDING, 0);

    static CodeResult wrong(int triesLeft) {
        return new CodeResult(Verdict.WRONG, triesLeft);
    }

    /** Whether this call, and no other, consumed the token. */
    public boolean accepted() {
        return verdict == Verdict.ACCEPTED;
    }

    /** What came of a typed code. */
    public enum Verdict {
        /** The code was right and this call consumed the token. */
        ACCEPTED,
        /** The code was compared and is wrong. The link goes on working. */
        WRONG,
        /** All tries were used before; the code was not compared. The link goes on working. */
        NO_TRIES,
        /** The code or its token has expired; the code was not compared. */
        EXPIRED,
        /** There is no such token, it has no code, or it was consumed, superseded or revoked. */
        NOT_PENDING
    }
}
