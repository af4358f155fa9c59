package io.keyward.onetimetoken;

import java.time.Instant;

/**
 * A token that was just issued; the only place where the raw token is ever handed out.
 *
 * @param id names the token without being a secret: 36 characters
 * @param token the secret for the link
 * @param expiresAt from this instant on the token is not accepted; millisecond precision
 */
public record IssuedToken(String id, RawToken token, Instant expiresAt) {}
