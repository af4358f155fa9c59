package io.keyward.endpoint;

/**
 * One branch below {@code /admin/realms/{realm}/keyward}. Implementations are public, keep no state, have a public
 * constructor without arguments and are listed in {@code META-INF/services/io.keyward.endpoint.AdminEndpoint} of the same
 * jar.
 */
public interface AdminEndpoint {

    /** The path segment it answers at, the same at every call; no other endpoint has it, and {@code users} is taken. */
    String path();

    /** The JAX-RS resource for one request of an administrator, whose permissions are still to be asked for. */
    Object resource(AdminRequest request);
}
