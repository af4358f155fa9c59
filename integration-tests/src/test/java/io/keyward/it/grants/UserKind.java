package io.keyward.it.grants;

/** What is amiss with the address of an account; {@link #PROVED} is the control, for which every way must work. */
enum UserKind {
    UNPROVED("address not proved"),
    CHANGED_BY_ADMIN("address changed by an admin after proof"),
    CHANGED_BY_USER("address changed by the user after proof"),
    NO_ADDRESS("no address"),
    PROVED("address proved");

    private final String words;

    UserKind(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
