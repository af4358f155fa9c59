package io.keyward.mailoutbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail service says about a mail that it took: whether it reached the mailbox.
 *
 * @param kind what happened
 * @param at when, as the service tells it
 * @param category the service's word for the reason, 1 to 64 letters, digits, hyphens and underscores; null if it gives none
 * @param replyCode the reply code of the recipient's server, 0 if there is none
 */
public record DeliveryReport(Kind kind, Instant at, String category, int replyCode) {

    private static final Pattern CATEGORY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** What can happen. {@link #word()} is what is stored and shown; it never changes. */
    public enum Kind {
        /** The recipient's server took it. */
        DELIVERED,
        /** The recipient's server refused it for now; the service goes on trying. */
        DELAYED,
        /** The recipient's server refused it for good. */
        BOUNCED,
        /** The service would not send it. */
        REJECTED,
        /** The service holds it back because of the sender: an unverified domain, a limit of the plan. */
        SUSPENDED,
        /** The recipient called it spam. */
        COMPLAINED,
        /** The recipient wants no more mail from this sender. */
        UNSUBSCRIBED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether more is to be expected: a later word about the same second takes the place of this one. */
        public boolean passing() {
            return this == DELAYED || this == SUSPENDED;
        }

        /** Empty for null and for a word of a newer version. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * @throws IllegalArgumentException if the category does not keep its limits
     */
    public DeliveryReport {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "time");
        if (category != null && !CATEGORY.matcher(category).matches()) {
            throw new IllegalArgumentException("a category is 1 to 64 letters, digits, hyphens and underscores");
        }
    }
}
