package io.keyward.examples.spring;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Keyward's "a person's own devices", by the person's access token with the scope {@code keyward-devices}. */
@Component
class DeviceApi {

    private final RestClient http;

    DeviceApi(RestClient.Builder http, @Value("${keyward.issuer}") String issuer) {
        this.http = http.baseUrl(issuer + "/keyward/devices").build();
    }

    /** Those that are signed in now, last seen first. */
    List<Device> signedIn(OAuth2AccessToken token) {
        Device.All all = http.get()
                .headers(headers -> headers.setBearerAuth(token.getTokenValue()))
                .retrieve()
                .body(Device.All.class);
        return Objects.requireNonNull(all).devices().stream()
                .filter(Device::signedIn)
                .toList();
    }

    /** Ends every session on the device. Keycloak tells the applications that were signed in there, this one as well. */
    void signOut(OAuth2AccessToken token, String id) {
        http.post()
                .uri("/{id}/sign-out", id)
                .headers(headers -> headers.setBearerAuth(token.getTokenValue()))
                .retrieve()
                .toBodilessEntity();
    }
}
