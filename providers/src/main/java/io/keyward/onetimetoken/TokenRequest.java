package io.keyward.onetimetoken;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a token shall be bound to. All of it is stored and comes back with {@link OneTimeToken}.
 *
 * @param realmId id (not name) of the realm, at most 36 characters
 * @param userId id of an existing user of the realm, at most 255 characters
 * @param purpose what the token is good for, a stable word such as {@code verify-email}: at most 64 lower-case letters,
 *     digits and hyphens
 * @param address the exact address that the token proves, at most 255 characters, no control characters
 * @param lifespan how long the token is accepted, more than nothing
 * @param binding a hash, at most 64 characters, that ties the token to the browser that asked; null if there is none
 * @param code a short code that goes with the token; null if there is none
 */
public record TokenRequest(
        String realmId,
        String userId,
        String purpose,
        String address,
        Duration lifespan,
        String binding,
        CodeRequest code) {

    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9-]{1,64}");

    /**
     * @throws IllegalArgumentException if a value does not keep its limits
     */
    public TokenRequest {
        text("realm id", realmId, 36);
        text("user id", userId, 255);
        text("address", address, 255);
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(lifespan, "lifespan");
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("a purpose is 1 to 64 lower-case letters, digits and hyphens");
        }
        if (lifespan.isNegative() || lifespan.isZero()) {
            throw new IllegalArgumentException("the lifespan of a token must be positive");
        }
        if (binding != null) {
            text("binding", binding, 64);
        }
    }

    private static void text(String what, String value, int max) {
        Objects.requireNonNull(value, what);
        if (value.isBlank() || value.length() > max || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the " + what + " must have 1 to " + max + " characters, none of them a control character");
        }
    }

    /** Without the address, which must not reach a log. */
    @Override
    public String toString() {
        return "TokenRequest[realmId=" + realmId + ", userId=" + userId + ", purpose=" + purpose + "]";
    }
}
