package io.keyward.devicesession.recognition;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameter {@code device_id} of the token endpoint: an id that a native app or another client makes up once, keeps to
 * itself like a password and sends whenever it asks for tokens. 16 to 128 unreserved characters (RFC 3986); anything else
 * counts as not sent. Never logged, and stored as a hash only.
 */
final class DeviceParameter {

    static final String NAME = "device_id";

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9._~-]{16,128}");

    private DeviceParameter() {}

    /** @param form the form that was sent, or null */
    static Optional<String> of(MultivaluedMap<String, String> form) {
        return Optional.ofNullable(form)
                .map(fields -> fields.getFirst(NAME))
                .filter(value -> FORMAT.matcher(value).matches());
    }
}
