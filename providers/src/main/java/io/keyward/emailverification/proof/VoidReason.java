package io.keyward.emailverification.proof;

import java.util.Locale;

/** Why a proof holds no longer. */
public enum VoidReason {
    /** The account has another address now. */
    ADDRESS_CHANGED,
    /** A newer proof took its place. */
    REPLACED,
    /** An administrator asked for a new proof. */
    ADMIN;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
