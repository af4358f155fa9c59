package io.keyward.endpoint;

import org.keycloak.models.KeycloakSession;

/**
 * One branch below {@code /realms/{realm}/keyward}. Implementations are public, keep no state, have a public constructor
 * without arguments and are listed in {@code META-INF/services/io.keyward.endpoint.RealmEndpoint} of the same jar.
 */
public interface RealmEndpoint {

    /** The path segment it answers at, the same at every call; no other endpoint has it. */
    String path();

    /**
     * The JAX-RS resource for one request. Nothing is checked yet: who asks, and whether the realm has the capability, is
     * for the endpoint to find out.
     */
    Object resource(KeycloakSession session);
}
