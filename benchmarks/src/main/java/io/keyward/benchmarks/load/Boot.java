package io.keyward.benchmarks.load;

/**
 * One start of Keycloak.
 *
 * @param millis from the start of the process until its health check says that it is ready
 * @param processor seconds until then
 */
record Boot(Subject subject, int round, double millis, double processor) {}
