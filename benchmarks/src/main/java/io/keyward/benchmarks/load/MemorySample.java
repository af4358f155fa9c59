package io.keyward.benchmarks.load;

/** @param loaded whether it had been under load, or had just begun */
record MemorySample(Subject subject, boolean loaded, int round, Memory memory) {}
