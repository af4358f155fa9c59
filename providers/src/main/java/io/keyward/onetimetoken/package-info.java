/**
 * Single-use secrets: made of 256 random bits, stored only as a hash, bound to realm, user, purpose and address, expiring,
 * newest only, and consumed exactly once. {@link io.keyward.onetimetoken.OneTimeTokenProvider} states the guarantees.
 */
package io.keyward.onetimetoken;
