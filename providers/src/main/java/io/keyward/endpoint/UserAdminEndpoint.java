package io.keyward.endpoint;

import org.keycloak.models.UserModel;

/**
 * One branch below {@code /admin/realms/{realm}/keyward/users/{id}}. Implementations are public, keep no state, have a public
 * constructor without arguments and are listed in {@code META-INF/services/io.keyward.endpoint.UserAdminEndpoint} of the same
 * jar.
 */
public interface UserAdminEndpoint {

    /** The path segment it answers at, the same at every call; no other endpoint has it. */
    String path();

    /**
     * The JAX-RS resource for one request of an administrator about one user. The permissions towards this user are still to
     * be asked for.
     */
    Object resource(AdminRequest request, UserModel user);
}
