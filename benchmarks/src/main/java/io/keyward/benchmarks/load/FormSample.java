package io.keyward.benchmarks.load;

/**
 * One form sent.
 *
 * @param known whether the address had an account
 * @param accepted whether another page than the form came back
 */
record FormSample(Subject subject, FormKind form, boolean known, double millis, boolean accepted) {}
