package io.keyward.emailverification.confirmation;

import java.time.Duration;
import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What one tab's authentication session remembers of the proof it waits for. Lives in Keycloak's notes, never in a table. */
final class ProofSession {

    private static final String PREFIX = "keyward.proof.";
    private static final String REQUIRED = PREFIX + "required";
    private static final String DONE = PREFIX + "done";
    private static final String TOKEN = PREFIX + "token";
    private static final String ADDRESS = PREFIX + "address";
    private static final String SALT = PREFIX + "salt";
    private static final String SENT_AT = PREFIX + "sent-at";
    private static final String SENT = PREFIX + "sent";
    private static final String FAILED = PREFIX + "mail-failed";
    private static final String DECOY = PREFIX + "decoy";
    private static final String DECOY_TRIES = PREFIX + "decoy-tries";
    private static final String REPLACING = PREFIX + "replacing";
    private static final String ASKED = PREFIX + "asked";

    private final AuthenticationSessionModel notes;

    ProofSession(AuthenticationSessionModel notes) {
        this.notes = notes;
    }

    /** From now on this session needs a proof of its own: what others prove does not let it in. */
    void require() {
        notes.setAuthNote(REQUIRED, "true");
    }

    boolean required() {
        return notes.getAuthNote(REQUIRED) != null;
    }

    void done(String address) {
        notes.setAuthNote(DONE, address);
    }

    boolean doneFor(String address) {
        return address != null && address.equals(notes.getAuthNote(DONE));
    }

    /** The address that the page shows and the last mail went to, or null before the first mail. */
    String address() {
        return notes.getAuthNote(ADDRESS);
    }

    String tokenId() {
        return notes.getAuthNote(TOKEN);
    }

    /** Secret of this session that its codes are hashed with. */
    String salt() {
        String salt = notes.getAuthNote(SALT);
        if (salt == null) {
            salt = VerificationCode.newSalt();
            notes.setAuthNote(SALT, salt);
        }
        return salt;
    }

    /** The page looks as if a mail went to an address that this session has no account for. */
    void decoy(String address) {
        notes.setAuthNote(DECOY, "true");
        notes.setAuthNote(ADDRESS, address);
    }

    boolean isDecoy() {
        return notes.getAuthNote(DECOY) != null;
    }

    void leaveDecoy() {
        notes.removeAuthNote(DECOY);
    }

    /** This sign-in puts another address in the place of one that mail does not reach, and waits until it is proved. */
    void replace() {
        require();
        notes.setAuthNote(REPLACING, "true");
    }

    boolean replacing() {
        return notes.getAuthNote(REPLACING) != null;
    }

    /** The page that asks for another address was shown; the answer may have been to keep the one of now. */
    void asked() {
        notes.setAuthNote(ASKED, "true");
    }

    boolean wasAsked() {
        return notes.getAuthNote(ASKED) != null;
    }

    void mailed(String address, String tokenId, boolean delivered) {
        notes.setAuthNote(ADDRESS, address);
        notes.setAuthNote(SENT_AT, Integer.toString(Time.currentTime()));
        notes.setAuthNote(SENT, Integer.toString(mails() + 1));
        notes.removeAuthNote(DECOY_TRIES);
        set(TOKEN, tokenId);
        set(FAILED, delivered ? null : "true");
    }

    boolean mailFailed() {
        return notes.getAuthNote(FAILED) != null;
    }

    /** How many mails this session has asked for. */
    int mails() {
        return number(SENT);
    }

    int secondsUntilResend(Duration cooldown) {
        long wait = number(SENT_AT) + cooldown.toSeconds() - Time.currentTime();
        return mailFailed() ? 0 : (int) Math.max(0, wait);
    }

    boolean codeExpired(Duration lifespan) {
        return Time.currentTime() >= number(SENT_AT) + lifespan.toSeconds();
    }

    /** Counts a code typed into a decoy, as the store counts the tries of a real one. */
    int takeDecoyTry() {
        int taken = number(DECOY_TRIES) + 1;
        notes.setAuthNote(DECOY_TRIES, Integer.toString(taken));
        return taken;
    }

    private int number(String note) {
        String value = notes.getAuthNote(note);
        return value == null ? 0 : Integer.parseInt(value);
    }

    private void set(String note, String value) {
        if (value == null) {
            notes.removeAuthNote(note);
        } else {
            notes.setAuthNote(note, value);
        }
    }
}
