package io.keyward.endpoint;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** {@code /realms/{realm}/keyward}: hands a request to the capability that its next path segment names. */
public final class RealmRoot {

    static final String PATH = "keyward";

    private final KeycloakSession session;
    private final Branches<RealmEndpoint> branches;

    RealmRoot(KeycloakSession session, Branches<RealmEndpoint> branches) {
        this.session = session;
        this.branches = branches;
    }

    /** The resource of an endpoint; 404 where there is none. */
    @Path("{endpoint}")
    public Object endpoint(@PathParam("endpoint") String path) {
        return branches.at(path).resource(session);
    }

    /** The address of this root, below the given base address of the server. */
    public static UriBuilder uri(URI base, RealmModel realm) {
        return UriBuilder.fromUri(Urls.realmBase(base).path("{realm}").build(realm.getName()))
                .path(PATH);
    }
}
