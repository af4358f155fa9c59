package io.keyward.mailoutbox;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * What Keycloak's own interfaces cannot say about a mail. Set just before the mail is sent through
 * {@link org.keycloak.email.EmailTemplateProvider}; they count for the next mail of the session and are then forgotten. Without
 * them a mail is normal and of use for as long as the courier tries.
 *
 * @param purpose what it is for: 1 to 64 lower-case letters, digits and hyphens
 * @param urgency which goes first
 * @param expiresAt from when on it is of no use, null if it always is
 * @param userId the user it concerns, with whom it is removed; null if Keycloak says so itself, or it is nobody's
 */
public record MailHints(String purpose, Urgency urgency, Instant expiresAt, String userId) {

    /** What a mail is for that nobody said anything about. */
    public static final MailHints NONE = new MailHints("other", Urgency.NORMAL, null);

    private static final String ATTRIBUTE = "keyward.mail.hints";

    /** About a mail whose user Keycloak names. */
    public MailHints(String purpose, Urgency urgency, Instant expiresAt) {
        this(purpose, urgency, expiresAt, null);
    }

    public MailHints {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(urgency, "urgency");
    }

    /** The same about a mail that concerns this user, unless it says so already. */
    public MailHints about(String concerned) {
        return userId == null ? new MailHints(purpose, urgency, expiresAt, concerned) : this;
    }

    /** Says it about the next mail of the session. */
    public void set(KeycloakSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** What was said about the next mail, which is then forgotten. */
    public static Optional<MailHints> take(KeycloakSession session) {
        return Optional.ofNullable((MailHints) session.removeAttribute(ATTRIBUTE));
    }

    /** What was said about the next mail. */
    public static Optional<MailHints> peek(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, MailHints.class));
    }
}
