package io.keyward.onetimetoken;

/** What has become of a token. All but {@link #PENDING} are final. */
public enum TokenState {
    /** May be consumed. */
    PENDING,
    /** Was consumed. */
    CONSUMED,
    /** A newer one of the same realm, user and purpose was issued, or it was revoked. */
    SUPERSEDED,
    /** Nobody consumed it in time. */
    EXPIRED
}
