package io.keyward.devicesession.api;

import io.keyward.devicesession.DeviceSettings;
import io.keyward.endpoint.RealmEndpoint;
import jakarta.ws.rs.HttpMethod;
import org.keycloak.models.KeycloakSession;

/** Puts {@link DevicesResource} under {@code /realms/{realm}/keyward/devices}; 404 in realms that have not asked for devices. */
public final class DevicesEndpoint implements RealmEndpoint {

    static final String[] METHODS = {
        HttpMethod.GET, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.POST, HttpMethod.DELETE
    };

    static final String PATH = "devices";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Object resource(KeycloakSession session) {
        if (!DeviceSettings.asked(session.getContext().getRealm())) {
            throw Problem.notFound();
        }
        // A preflight carries no token, so nothing can be said about who is going to ask.
        return HttpMethod.OPTIONS.equals(session.getContext().getHttpRequest().getHttpMethod())
                ? new Preflight()
                : new DevicesResource(Caller.of(session));
    }
}
