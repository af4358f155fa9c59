package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClientSettingsTest {

    private final Map<String, String> config = new HashMap<>();

    @Test
    void whatIsNotSetIsSafe() {
        ClientSettings settings = settings();
        assertThat(settings.refreshInBody()).isFalse();
        assertThat(settings.sameSite()).isEqualTo("Strict");
        assertThat(settings.cookieDomain()).isNull();
        assertThat(settings.publicUrl()).isNull();
        assertThat(settings.endsSsoSession()).isTrue();
        assertThat(settings.scope()).isEqualTo("openid");
        assertThat(settings.addressLimit()).isEqualTo(30);
        assertThat(settings.accountLimit()).isEqualTo(10);
    }

    @Test
    void whatTheConsoleShowsFirstIsWhatHoldsWithoutIt() {
        assertThat(ClientSettings.of(ClientOptions.effective(Map.of()))).isEqualTo(settings());
    }

    @Test
    void whatMeansNothingCountsAsNotSet() {
        config.put("same-site", "whatever");
        config.put("access-cookie", "a;b=c");
        config.put("refresh-cookie", "x".repeat(51));
        config.put("cookie-domain", "example.org; Secure");
        config.put("public-url", "javascript:alert(1)");
        config.put("address-limit", "0");
        config.put("account-limit", "-1");
        config.put("refresh-token", "BODY");
        config.put("logout", "nothing");
        config.put("scope", "a\nb");
        assertThat(settings()).isEqualTo(new ClientSettingsTest().settings());
        assertThat(ClientOptions.complaints(config)).hasSize(config.size());
    }

    @Test
    void whatIsSetHolds() {
        config.put("same-site", "lax");
        config.put("access-cookie", "shop");
        config.put("refresh-cookie", "shop_refresh");
        config.put("cookie-domain", "example.org");
        config.put("public-url", "https://app.example.org/auth/");
        config.put("refresh-token", "body");
        config.put("logout", "client");
        config.put("scope", " email ");
        ClientSettings settings = settings();
        assertThat(ClientOptions.complaints(config)).isEmpty();
        assertThat(settings.sameSite()).isEqualTo("Lax");
        assertThat(settings.accessCookie()).isEqualTo("shop");
        assertThat(settings.publicUrl()).hasToString("https://app.example.org/auth");
        assertThat(settings.refreshInBody()).isTrue();
        assertThat(settings.endsSsoSession()).isFalse();
        assertThat(settings.scope()).isEqualTo("openid email");
    }

    @Test
    void oneNameForTwoCookiesIsNone() {
        config.put("access-cookie", "shop");
        config.put("refresh-cookie", "shop");
        assertThat(ClientOptions.complaints(config)).containsExactly("The two cookies need two names.");
        assertThat(settings().refreshCookie()).isNotEqualTo(settings().accessCookie());
    }

    @Test
    void prefixesAreNotForNames() {
        config.put("access-cookie", "__Host-shop");
        assertThat(settings().accessCookie()).isEqualTo("access_token");
        assertThat(ClientOptions.complaints(config)).singleElement().asString().contains("Name of the access cookie");
    }

    @Test
    void everySettingSaysWhatItIsFor() {
        assertThat(ClientOptions.metadata())
                .hasSize(10)
                .allSatisfy(property -> assertThat(property.getHelpText()).hasSizeGreaterThan(20))
                .allSatisfy(property -> assertThat(property.getLabel()).isNotBlank());
    }

    private ClientSettings settings() {
        return ClientSettings.of(config);
    }
}
