package io.keyward.it.rotation;

import io.keyward.it.harness.TokenAnswer;

/** What refresh tokens say of themselves. */
final class RefreshTokens {

    private RefreshTokens() {}

    static String id(String token) {
        return TokenAnswer.claims(token).get("jti").asText();
    }

    static String id(TokenAnswer answer) {
        return id(answer.refreshToken());
    }

    static String chain(String token) {
        return TokenAnswer.claims(token).path("kw_chain").asText(null);
    }

    static int generation(TokenAnswer answer) {
        return TokenAnswer.claims(answer.refreshToken()).path("kw_gen").asInt(-1);
    }

    static long issuedAt(TokenAnswer answer) {
        return TokenAnswer.claims(answer.refreshToken()).get("iat").asLong();
    }

    static long expires(TokenAnswer answer) {
        return TokenAnswer.claims(answer.refreshToken()).get("exp").asLong();
    }

    static String session(String token) {
        return TokenAnswer.claims(token).get("sid").asText();
    }
}
