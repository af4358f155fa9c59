package io.keyward.devicesession.recognition;

import io.keyward.onetimetoken.TokenHash;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The cookie by which a browser is recognised in one realm: a random id, signed with the realm's own key (HS512), so that
 * nobody can make one up. A key that is passive still verifies; a disabled one makes every browser a new device. It proves
 * nothing about who uses the browser. On HTTPS the {@code __Host-} prefix keeps sub-domains from planting one.
 */
final class DeviceCookie {

    private static final String NAME = "KEYWARD_DEVICE_";
    /** What browsers keep at most (RFC 6265bis). */
    private static final Duration LIFESPAN = Duration.ofDays(400);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final boolean secure;

    DeviceCookie(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.secure = "https".equals(session.getContext().getUri().getBaseUri().getScheme());
    }

    /** The id of this browser; empty when it brought no cookie, or none that this realm has signed. */
    Optional<String> id() {
        Cookie cookie = session.getContext().getRequestHeaders().getCookies().get(name());
        return Optional.ofNullable(cookie)
                .flatMap(found -> CookieValue.parse(found.getValue()))
                .filter(this::genuine)
                .map(CookieValue::id);
    }

    /** The id of this browser, given to it now when it had none. The cookie lives on from now and has the current key. */
    String idOrNew() {
        String id = id().orElseGet(DeviceCookie::random);
        give(id);
        return id;
    }

    /** Lets a cookie that is there live on from now. */
    void renew() {
        id().ifPresent(this::give);
    }

    private void give(String id) {
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(name())
                        .value(sign(id).text())
                        .path("/")
                        .maxAge(Math.toIntExact(LIFESPAN.toSeconds()))
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }

    private CookieValue sign(String id) {
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512);
        byte[] mac = hmac().signer(key).sign(CookieValue.signed(realm.getId(), id));
        return new CookieValue(id, key.getKid(), mac);
    }

    private boolean genuine(CookieValue value) {
        KeyWrapper key = session.keys().getKey(realm, value.kid(), KeyUse.SIG, Algorithm.HS512);
        try {
            return key != null
                    && hmac().verifier(key).verify(CookieValue.signed(realm.getId(), value.id()), value.mac());
        } catch (VerificationException unusableKey) {
            return false;
        }
    }

    private SignatureProvider hmac() {
        return session.getProvider(SignatureProvider.class, Algorithm.HS512);
    }

    /** Of its own for each realm: the path is that of all realms, because the prefix asks for it. */
    private String name() {
        String name = NAME + TokenHash.of(realm.getId()).value().substring(0, 12);
        return secure ? "__Host-" + name : name;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
