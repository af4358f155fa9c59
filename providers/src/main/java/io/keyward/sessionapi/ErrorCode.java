package io.keyward.sessionapi;

import java.util.Locale;

/** All that can go wrong at the session API: a stable word for programs, a status, a sentence for people. */
enum ErrorCode {
    INVALID_JSON(400, "keywardApiInvalidJson"),
    BODY_TOO_LONG(413, "keywardApiBodyTooLong"),
    UNSUPPORTED_MEDIA_TYPE(415, "keywardApiMediaType"),
    MISSING_FIELD(400, "keywardApiMissingField"),
    WRONG_TYPE(400, "keywardApiWrongType"),
    TOO_LONG(400, "keywardApiTooLong"),
    BAD_CHARACTERS(400, "keywardApiBadCharacters"),
    INVALID_INPUT(400, "keywardApiInvalidInput"),
    DUPLICATE_COOKIE(400, "keywardApiDuplicateCookie"),
    CLIENT_UNCLEAR(400, "keywardApiClientUnclear"),
    LINK_INVALID(400, "keywardApiLinkInvalid"),
    PASSWORD_ELSEWHERE(400, "keywardApiPasswordElsewhere"),
    CONFIRM_IN_BROWSER(400, "keywardApiConfirmInBrowser"),
    RETURN_TO_REFUSED(400, "keywardApiReturnTo"),
    SIGN_IN_STALE(400, "keywardApiSignInStale"),
    INVALID_CREDENTIALS(401, "keywardApiInvalidCredentials"),
    EMAIL_NOT_VERIFIED(401, "keywardApiEmailNotVerified"),
    ACCOUNT_DISABLED(401, "keywardApiAccountDisabled"),
    SECOND_FACTOR_REQUIRED(401, "keywardApiSecondFactor"),
    ACTION_REQUIRED(401, "keywardApiActionRequired"),
    DEVICE_LIMIT_REACHED(401, "keywardApiDeviceLimit"),
    SIGN_IN_REFUSED(401, "keywardApiSignInRefused"),
    INVALID_REFRESH_TOKEN(401, "keywardApiInvalidRefreshToken"),
    NOT_SIGNED_IN(401, "keywardApiNotSignedIn"),
    REAUTHENTICATION_REQUIRED(401, "keywardApiReauthentication"),
    PASSWORD_LOGIN_OFF(403, "keywardApiPasswordLoginOff"),
    REGISTRATION_OFF(403, "keywardApiRegistrationOff"),
    ORIGIN_NOT_ALLOWED(403, "keywardApiOrigin"),
    HTTPS_REQUIRED(403, "keywardApiHttps"),
    MISSING_ROLE(403, "keywardApiMissingRole"),
    DEVICES_OFF(403, "keywardApiDevicesOff"),
    SESSION_API_OFF(404, "keywardApiOff"),
    RATE_LIMITED(429, "keywardApiRateLimited"),
    MAIL_UNAVAILABLE(503, "keywardApiMailUnavailable"),
    COOKIES_TOO_LARGE(503, "keywardApiCookiesTooLarge");

    private final int status;
    private final String text;

    ErrorCode(int status, String text) {
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    /** The key of the sentence. */
    String text() {
        return text;
    }

    /** The stable word. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
