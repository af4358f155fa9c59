package io.keyward.benchmarks.load;

/**
 * One form sent.
 *
 * @param hash the realm's algorithm
 * @param expected whether the page came that everybody gets
 */
record TimingSample(String hash, TimingForm form, TimingAccount account, double millis, boolean expected) {}
