package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceSettings;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the browser behind a request is new in a realm, so that a sign-in with it may be told by mail. */
public final class NewBrowser {

    private NewBrowser() {}

    /** False also where the realm sends no such mails. Says nothing about any account: only the browser's cookie is looked at. */
    public static boolean is(KeycloakSession session, RealmModel realm) {
        return DeviceSettings.asked(realm)
                && DeviceSettings.of(realm).newDeviceMails()
                && new DeviceCookie(session, realm).id().isEmpty();
    }
}
