package io.keyward.benchmarks.load;

import java.util.Arrays;

/** What is compared. */
enum Subject {
    PLAIN("plain", "Keycloak", false, false, true),
    PLAIN_REVOKE("plain-revoke", "Keycloak, Revoke Refresh Token on", false, true, true),
    KEYWARD("keyward", "Keyward", true, false, true),
    KEYWARD_NO_ROTATION("keyward-no-rotation", "Keyward, rotation off", true, false, false),
    /** For comparisons with {@link #KEYWARD}: the same with a million devices. */
    KEYWARD_FILLED("keyward-filled", "Keyward, tables filled", true, false, true);

    private final String id;
    private final String title;
    private final boolean keyward;
    private final boolean revoke;
    private final boolean rotation;

    Subject(String id, String title, boolean keyward, boolean revoke, boolean rotation) {
        this.id = id;
        this.title = title;
        this.keyward = keyward;
        this.revoke = revoke;
        this.rotation = rotation;
    }

    static Subject of(String id) {
        return Arrays.stream(values())
                .filter(subject -> subject.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no subject " + id + "."));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** Whether Keyward's jars are installed and its parts of the realm are there. */
    boolean keyward() {
        return keyward;
    }

    /** Whether Keycloak's own "Revoke Refresh Token" is on. */
    boolean revoke() {
        return revoke;
    }

    /** Whether Keyward rotates; means nothing without it. */
    boolean rotation() {
        return rotation;
    }
}
