/**
 * Load from outside, side by side: the same requests to Keycloak as released and to Keycloak with Keyward, in turn, on one
 * machine. {@code benchmarks/README.md} says how to run and how to read it.
 */
package io.keyward.benchmarks.load;
