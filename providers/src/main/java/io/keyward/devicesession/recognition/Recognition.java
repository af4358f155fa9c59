package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceDisplay;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * By what the device behind this request is recognised. In a browser by the cookie, elsewhere by the id that the client sends,
 * else not at all: then a person has one device for each client and kind of program. The IP address never counts.
 */
final class Recognition {

    private Recognition() {}

    /** The secret that stands for the device. A browser without a genuine cookie is given one with this very answer. */
    static String secret(
            KeycloakSession session, RealmModel realm, ClientModel client, RequestPlace place, DeviceDisplay display) {
        if (place == RequestPlace.BROWSER || BrowserBehind.noted(session)) {
            return new DeviceCookie(session, realm).idOrNew();
        }
        String clientId = client == null ? "" : client.getClientId();
        return TokenRequest.form(session)
                .flatMap(DeviceParameter::of)
                .map(value -> "client:" + clientId + ":" + value)
                .orElseGet(() -> "unidentified:" + clientId + ":" + Appearance.kind(display));
    }
}
