package io.keyward.emailverification.proof;

import java.util.Locale;

/** How an address was proved. The {@linkplain #id() id} is what is stored and shown; it never changes its meaning. */
public enum ProofMethod {
    /** The mailed code was typed into the tab that waited for it. */
    CODE,
    /** The mailed link was opened and its button pressed. */
    LINK,
    /** A mailed link was used to choose a new password, in an account that had proved no address before. */
    RESET,
    /** The account counted as verified before Keyward first looked at its realm. */
    EXISTING,
    /** An administrator vouched for the address. */
    ADMIN,
    /** The account was brought in from another system, which had verified the address. */
    IMPORTED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
