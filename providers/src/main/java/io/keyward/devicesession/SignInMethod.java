package io.keyward.devicesession;

import java.util.Locale;

/** By which door a session came to be. */
public enum SignInMethod {
    /** In a browser, by password, passkey or whatever the flow asks. */
    BROWSER,
    /** In a browser, by an identity provider. */
    IDENTITY_PROVIDER,
    /** Right after registering. */
    REGISTRATION,
    /** By the password grant: a program sent name and password. */
    PASSWORD_GRANT,
    /** By the device authorization grant (RFC 8628). */
    DEVICE_GRANT,
    /** By client-initiated backchannel authentication. */
    CIBA,
    /** By token exchange (RFC 8693). */
    TOKEN_EXCHANGE,
    /** By an assertion (RFC 7523). */
    JWT_GRANT,
    /** An administrator took the place of the person. */
    IMPERSONATION,
    /** By another grant. */
    OTHER,
    /** The session was there before Keyward looked after it. */
    ADOPTED;

    /** The stable word for tables and JSON, such as {@code password-grant}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The method of a stable word; {@link #OTHER} for one that is not known. */
    public static SignInMethod of(String word) {
        for (SignInMethod method : values()) {
            if (method.word().equals(word)) {
                return method;
            }
        }
        return OTHER;
    }
}
