package io.keyward.emailverification.proof;

import java.time.Instant;

/**
 * Evidence that the holder of an account received mail at an address.
 *
 * @param address the exact address that was proved
 * @param method {@link ProofMethod#id()}
 * @param provedAt when, in UTC
 * @param voidedAt when the proof ceased to hold, or null while it holds
 * @param voidReason {@link VoidReason#id()}, or null while it holds
 */
public record EmailProof(String address, String method, Instant provedAt, Instant voidedAt, String voidReason) {}
