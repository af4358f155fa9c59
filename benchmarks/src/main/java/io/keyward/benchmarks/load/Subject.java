package io.keyward.benchmarks.load;

import java.util.Arrays;
import java.util.List;

/** What is compared. */
enum Subject {
    /** As somebody gets it who makes a realm in the console, and changes nothing. */
    NEW_REALM("new-realm", "Keycloak, a new realm", false, false, true),
    PLAIN("plain", "Keycloak", false, false, true),
    PLAIN_REVOKE("plain-revoke", "Keycloak, Revoke Refresh Token on", false, true, true),
    KEYWARD("keyward", "Keyward", true, false, true),
    KEYWARD_NO_ROTATION("keyward-no-rotation", "Keyward, rotation off", true, false, false),
    /** For comparisons with {@link #KEYWARD}: the same with a million devices, or with many live sessions. */
    KEYWARD_FILLED("keyward-filled", "Keyward, tables filled", true, false, true),
    KEYWARD_RS256("keyward-rs256", "Keyward, RS256", Tuning.RS256),
    KEYWARD_PS256("keyward-ps256", "Keyward, PS256", Tuning.PS256),
    KEYWARD_ES256("keyward-es256", "Keyward, ES256", Tuning.ES256),
    KEYWARD_EDDSA("keyward-eddsa", "Keyward, EdDSA", Tuning.EDDSA),
    KEYWARD_LIGHT("keyward-rs256-light", "Keyward, RS256, lightweight", Tuning.RS256, Tuning.LIGHTWEIGHT),
    KEYWARD_ES256_LIGHT("keyward-es256-light", "Keyward, ES256, lightweight", Tuning.ES256, Tuning.LIGHTWEIGHT),
    KEYWARD_EDDSA_LIGHT("keyward-eddsa-light", "Keyward, EdDSA, lightweight", Tuning.EDDSA, Tuning.LIGHTWEIGHT),
    KEYWARD_ES256_FEW("keyward-es256-few", "Keyward, ES256, few claims", Tuning.ES256, Tuning.FEW_CLAIMS),
    KEYWARD_EDDSA_FEW("keyward-eddsa-few", "Keyward, EdDSA, few claims", Tuning.EDDSA, Tuning.FEW_CLAIMS);

    private final String id;
    private final String title;
    private final boolean keyward;
    private final boolean revoke;
    private final boolean rotation;
    private final List<Tuning> tunings;

    Subject(String id, String title, boolean keyward, boolean revoke, boolean rotation) {
        this.id = id;
        this.title = title;
        this.keyward = keyward;
        this.revoke = revoke;
        this.rotation = rotation;
        this.tunings = List.of();
    }

    /** Keyward as it ships but for these settings. */
    Subject(String id, String title, Tuning... tunings) {
        this.id = id;
        this.title = title;
        this.keyward = true;
        this.revoke = false;
        this.rotation = true;
        this.tunings = List.of(tunings);
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

    /** Whether it holds much before it is measured. */
    boolean filled() {
        return this == KEYWARD_FILLED;
    }

    List<Tuning> tunings() {
        return tunings;
    }
}
