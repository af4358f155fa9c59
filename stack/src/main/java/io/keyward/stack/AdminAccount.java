package io.keyward.stack;

/** A password sign-in for the master realm's {@code admin-cli} client. Good for a local stack only. */
public record AdminAccount(String username, String password) {}
