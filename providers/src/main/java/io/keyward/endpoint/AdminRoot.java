package io.keyward.endpoint;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.UserModel;

/** {@code /admin/realms/{realm}/keyward}: hands a request to the capability that its path names. */
public final class AdminRoot {

    private final AdminRequest request;
    private final Branches<AdminEndpoint> branches;
    private final Branches<UserAdminEndpoint> userBranches;

    AdminRoot(AdminRequest request, Branches<AdminEndpoint> branches, Branches<UserAdminEndpoint> userBranches) {
        this.request = request;
        this.branches = branches;
        this.userBranches = userBranches;
    }

    /** The resource of an endpoint; 404 where there is none. */
    @Path("{endpoint}")
    public Object endpoint(@PathParam("endpoint") String path) {
        return branches.at(path).resource(request);
    }

    /** The resource of an endpoint about one user; 404 where there is none, or no such user. */
    @Path("users/{id}/{endpoint}")
    public Object userEndpoint(@PathParam("id") String id, @PathParam("endpoint") String path) {
        return userBranches.at(path).resource(request, find(id));
    }

    private UserModel find(String id) {
        // PostgreSQL answers a NUL with an error.
        UserModel user =
                id.indexOf('\0') >= 0 ? null : request.session().users().getUserById(request.realm(), id);
        if (user == null) {
            // The same rule as Keycloak's own users resource: who may not list users does not learn which ids exist.
            request.auth().users().requireQuery();
            throw new NotFoundException("User not found");
        }
        return user;
    }
}
