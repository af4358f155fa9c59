package io.keyward.emailverification.confirmation;

import io.keyward.onetimetoken.RawToken;
import io.keyward.onetimetoken.TokenHash;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * Tells the browser that chose or knew the password from every other one that opens the link: a cookie with 256 random bits,
 * of which a token keeps the hash. On HTTPS its name has the {@code __Host-} prefix, so that no sub-domain can plant one.
 */
final class BrowserBinding {

    private static final String NAME = "KEYWARD_PROOF";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final boolean secure;

    BrowserBinding(KeycloakSession session) {
        this.session = session;
        this.secure = "https".equals(session.getContext().getUri().getBaseUri().getScheme());
    }

    /** The hash to bind a token to. Gives the browser a cookie when it has none, and a longer life when it has. */
    String bind(Duration lifespan) {
        String value = value().orElseGet(BrowserBinding::random);
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(name())
                        .value(value)
                        .path("/")
                        .maxAge(Math.toIntExact(lifespan.toSeconds()))
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
        return TokenHash.of(value).value();
    }

    /** Whether this browser is the one a token was bound to. */
    boolean matches(String binding) {
        return binding != null
                && value().map(value -> TokenHash.same(TokenHash.of(value).value(), binding))
                        .orElse(false);
    }

    private Optional<String> value() {
        Cookie cookie = session.getContext().getRequestHeaders().getCookies().get(name());
        return Optional.ofNullable(cookie)
                .flatMap(c -> RawToken.parse(c.getValue()))
                .map(RawToken::value);
    }

    private String name() {
        return secure ? "__Host-" + NAME : NAME;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
