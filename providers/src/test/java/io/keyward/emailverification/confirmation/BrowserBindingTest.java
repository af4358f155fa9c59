package io.keyward.emailverification.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

final class BrowserBindingTest {

    private static final String HTTPS = "https://id.example.org/";

    private final AtomicReference<NewCookie> given = new AtomicReference<>();

    @Test
    void theCookieIsForThisHostAloneAndNoScript() {
        browser(HTTPS, Map.of()).bind(Duration.ofHours(24));

        NewCookie cookie = given.get();
        assertThat(cookie.getName()).isEqualTo("__Host-KEYWARD_PROOF");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).isEqualTo(86_400);
        assertThat(cookie.getValue()).hasSize(43);
    }

    @Test
    void withoutTlsTheCookieHasNoPrefixThatABrowserWouldRefuse() {
        browser("http://localhost:8080/", Map.of()).bind(Duration.ofHours(1));
        assertThat(given.get().getName()).isEqualTo("KEYWARD_PROOF");
        assertThat(given.get().isSecure()).isFalse();
    }

    @Test
    void theSameBrowserMatchesAndKeepsItsCookie() {
        String binding = browser(HTTPS, Map.of()).bind(Duration.ofHours(1));
        String value = given.get().getValue();
        BrowserBinding again = browser(HTTPS, Map.of("__Host-KEYWARD_PROOF", value));

        assertThat(again.matches(binding)).isTrue();
        assertThat(again.bind(Duration.ofHours(1))).isEqualTo(binding);
        assertThat(given.get().getValue()).isEqualTo(value);
        assertThat(binding).as("what is stored is a hash").doesNotContain(value);
    }

    @Test
    void anotherBrowserDoesNotMatch() {
        String binding = browser(HTTPS, Map.of()).bind(Duration.ofHours(1));
        String value = given.get().getValue();

        assertThat(browser(HTTPS, Map.of()).matches(binding)).isFalse();
        assertThat(browser(HTTPS, Map.of("KEYWARD_PROOF", value)).matches(binding))
                .as("a cookie that a sub-domain could have planted")
                .isFalse();
        assertThat(browser(HTTPS, Map.of("__Host-KEYWARD_PROOF", value)).matches(null))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "\u0000", "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ"})
    void aForgedCookieIsNoCookie(String forged) {
        BrowserBinding browser = browser(HTTPS, Map.of("__Host-KEYWARD_PROOF", forged));
        String binding = browser.bind(Duration.ofHours(1));
        assertThat(browser.matches(binding)).isFalse();
        assertThat(given.get().getValue()).isNotEqualTo(forged).hasSize(43);
    }

    private BrowserBinding browser(String base, Map<String, String> cookies) {
        Map<String, Cookie> sent = cookies.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Cookie.Builder(entry.getKey())
                                .value(entry.getValue())
                                .build()));
        HostnameProvider hostname = stub(HostnameProvider.class, Map.of("getBaseUri", call -> URI.create(base)));
        KeycloakUriInfo uri = new KeycloakUriInfo(
                stub(KeycloakSession.class, Map.of("getProvider", call -> hostname)), UrlType.FRONTEND, null);
        HttpHeaders headers = stub(HttpHeaders.class, Map.of("getCookies", call -> sent));
        HttpResponse response = stub(HttpResponse.class, Map.of("setCookieIfAbsent", call -> {
            given.set((NewCookie) call[0]);
            return null;
        }));
        KeycloakContext context = stub(
                KeycloakContext.class,
                Map.of(
                        "getUri",
                        call -> uri,
                        "getRequestHeaders",
                        call -> headers,
                        "getHttpResponse",
                        call -> response));
        return new BrowserBinding(stub(KeycloakSession.class, Map.of("getContext", call -> context)));
    }

    /** Answers the methods named, and nothing else. */
    private static <T> T stub(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()).apply(arguments)));
    }
}
