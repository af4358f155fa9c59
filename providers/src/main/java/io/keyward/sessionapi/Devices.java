package io.keyward.sessionapi;

import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.api.DevicesEndpoint;
import jakarta.ws.rs.HttpMethod;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * {@code /devices}: the person's own devices, by the cookie. For clients that have the client scope {@code keyward-devices},
 * which is what an access token would have to carry.
 */
final class Devices {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Call call;

    Devices(Call call) {
        this.call = call;
    }

    Object resource() {
        Origins origins = new Origins(call);
        if (READING.contains(call.session().getContext().getHttpRequest().getHttpMethod())) {
            origins.requireForReading();
        } else {
            origins.requireForChange();
        }
        AuthResult found = new Identity(call).require();
        if (!DeviceSettings.asked(call.realm()) || !scoped(found.client())) {
            throw Problem.of(ErrorCode.DEVICES_OFF, call);
        }
        return DevicesEndpoint.of(call.session(), found.user(), found.session(), found.client());
    }

    private static boolean scoped(ClientModel client) {
        return client.getClientScopes(true).containsKey(DevicesEndpoint.SCOPE)
                || client.getClientScopes(false).containsKey(DevicesEndpoint.SCOPE);
    }
}
