package io.keyward.sessionapi;

import io.keyward.onetimetoken.RawToken;
import io.keyward.onetimetoken.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * A sign-in that a browser began at {@code /start}. What is secret of it waits in Keycloak's store of things that can be used
 * once, on all nodes; the browser has a cookie, of which the store keeps a hash, so that nobody else can end it in another
 * browser.
 *
 * @param state names it
 * @param nonce comes back in the ID token
 * @param verifier PKCE's secret
 * @param returnTo where the browser goes in the end
 * @param cookie for the browser
 */
record StartedSignIn(String state, String nonce, String verifier, String returnTo, String cookie) {

    private static final String KEY = "keyward.session-api.start.";
    private static final String NONCE = "nonce";
    private static final String VERIFIER = "verifier";
    private static final String RETURN_TO = "return_to";
    private static final String CLIENT = "client";
    private static final String BROWSER = "browser";

    /** Long enough to sign up and to wait for a mail on the way. */
    private static final long SECONDS = 3600;

    private static final SecureRandom RANDOM = new SecureRandom();

    static StartedSignIn begin(Call call, String returnTo) {
        // Several tabs of a browser share its cookie.
        String browser = new SentCookies(call)
                .value(new CookieNames(call).start())
                .flatMap(RawToken::parse)
                .map(RawToken::value)
                .orElseGet(StartedSignIn::random);
        StartedSignIn signIn =
                new StartedSignIn(random(), random(), random(), returnTo, new SetCookies(call).start(browser, SECONDS));
        call.session()
                .singleUseObjects()
                .put(
                        key(signIn.state),
                        SECONDS,
                        Map.of(
                                NONCE,
                                signIn.nonce,
                                VERIFIER,
                                signIn.verifier,
                                RETURN_TO,
                                returnTo,
                                CLIENT,
                                call.client().getId(),
                                BROWSER,
                                TokenHash.of(browser).value()));
        return signIn;
    }

    /** The sign-in of this state, once, and only for the browser and the client that began it. */
    static Optional<StartedSignIn> take(Call call, String state) {
        Optional<String> browser = new SentCookies(call)
                .value(new CookieNames(call).start())
                .map(value -> TokenHash.of(value).value());
        if (browser.isEmpty() || RawToken.parse(state).isEmpty()) {
            return Optional.empty();
        }
        SingleUseObjectProvider store = call.session().singleUseObjects();
        // Looked at first: another browser cannot use it up.
        return Optional.ofNullable(store.get(key(state)))
                .filter(notes -> TokenHash.same(notes.get(BROWSER), browser.get()))
                .filter(notes -> notes.get(CLIENT).equals(call.client().getId()))
                .map(notes -> store.remove(key(state)))
                .map(notes ->
                        new StartedSignIn(state, notes.get(NONCE), notes.get(VERIFIER), notes.get(RETURN_TO), null));
    }

    /** What the authorization request says of the verifier (RFC 7636, S256). */
    String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "StartedSignIn[redacted]";
    }

    private static String key(String state) {
        return KEY + TokenHash.of(state).value();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
