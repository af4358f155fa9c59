/** The standing report: sections with a time limit each, what they found, and how it is written down. */
package io.keyward.benchmarks.proof;
