package io.keyward.benchmarks.load;

/** Whose address is typed into a form. */
enum TimingAccount {
    /** Nobody has it. */
    UNKNOWN("unknown"),
    /** Its account has proved it. */
    KNOWN("known"),
    /** The same once more, some moments later. */
    KNOWN_AGAIN("known, asked again"),
    /** Its account has not proved it. */
    UNPROVED("known, not proved"),
    DISABLED("known, disabled"),
    /** By brute-force protection. */
    LOCKED("known, locked"),
    WITHOUT_PASSWORD("known, has no password");

    private final String title;

    TimingAccount(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
