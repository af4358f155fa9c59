package io.keyward.persistence;

import java.util.List;

/**
 * Names the JPA entities of one capability, so that this package needs to know none of them. Implementations are public,
 * have a public constructor without arguments and are listed in
 * {@code META-INF/services/io.keyward.persistence.EntityContributor} of the same jar.
 *
 * <p>Keycloak asks while it builds its image, where there is neither a session nor a database: an implementation returns
 * constants.
 */
public interface EntityContributor {

    /** The entity classes of this capability; their tables are created by {@code META-INF/keyward-changelog.xml}. */
    List<Class<?>> entities();
}
