package io.keyward.devicesession.api;

import io.keyward.devicesession.DeviceSettings;
import io.keyward.endpoint.RealmEndpoint;
import jakarta.ws.rs.HttpMethod;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Puts {@link DevicesResource} under {@code /realms/{realm}/keyward/devices}; 404 in realms that have not asked for devices. */
public final class DevicesEndpoint implements RealmEndpoint {

    static final String[] METHODS = {
        HttpMethod.GET, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.POST, HttpMethod.DELETE
    };

    /** The client scope that a token must carry. */
    public static final String SCOPE = Caller.SCOPE;

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

    /**
     * The same resource for a person whom another door has recognised. That door has checked whose the session is, that the
     * client may ask for devices, and where the request came from.
     *
     * @param client the one that the session's tokens are for
     */
    public static Object of(KeycloakSession session, UserModel user, UserSessionModel userSession, ClientModel client) {
        return new DevicesResource(new Caller(session, session.getContext().getRealm(), user, userSession, client));
    }
}
