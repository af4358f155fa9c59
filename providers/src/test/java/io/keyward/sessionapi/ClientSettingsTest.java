package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;

final class ClientSettingsTest {

    private final Map<String, String> attributes = new HashMap<>();

    @Test
    void whatIsNotSetIsSafe() {
        ClientSettings settings = settings();
        assertThat(ClientSettings.enabled(client())).isFalse();
        assertThat(settings.refreshInBody()).isFalse();
        assertThat(settings.sameSite()).isEqualTo("Strict");
        assertThat(settings.cookieDomain()).isNull();
        assertThat(settings.publicUrl()).isNull();
        assertThat(settings.endsSsoSession()).isTrue();
        assertThat(settings.scope()).isEqualTo("openid");
        assertThat(settings.addressLimit()).isPositive();
    }

    @Test
    void whatMeansNothingCountsAsNotSet() {
        set("same-site", "whatever");
        set("access-cookie", "a;b=c");
        set("refresh-cookie", "x".repeat(51));
        set("cookie-domain", "example.org; Secure");
        set("public-url", "javascript:alert(1)");
        set("address-limit", "0");
        set("account-limit", "-1");
        set("refresh-token", "BODY");
        assertThat(settings()).isEqualTo(withoutAttributes());
    }

    @Test
    void whatIsSetHolds() {
        attributes.put(ClientSettings.ENABLED, "true");
        set("same-site", "LAX");
        set("access-cookie", "shop");
        set("refresh-cookie", "shop");
        set("cookie-domain", "example.org");
        set("public-url", "https://app.example.org/auth/");
        set("refresh-token", "body");
        set("logout", "client");
        set("scope", "email");
        ClientSettings settings = settings();
        assertThat(ClientSettings.enabled(client())).isTrue();
        assertThat(settings.sameSite()).isEqualTo("Lax");
        assertThat(settings.refreshCookie()).isNotEqualTo(settings.accessCookie());
        assertThat(settings.publicUrl()).hasToString("https://app.example.org/auth");
        assertThat(settings.refreshInBody()).isTrue();
        assertThat(settings.endsSsoSession()).isFalse();
        assertThat(settings.scope()).isEqualTo("openid email");
    }

    private void set(String name, String value) {
        attributes.put("keyward.session-api." + name, value);
    }

    private ClientSettings settings() {
        return ClientSettings.of(client());
    }

    private static ClientSettings withoutAttributes() {
        return new ClientSettingsTest().settings();
    }

    private ClientModel client() {
        return (ClientModel) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClientModel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getAttribute")) {
                        return attributes.get((String) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }
}
