package io.keyward.persistence;

import java.util.List;
import java.util.ServiceLoader;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

final class KeywardJpaEntityProvider implements JpaEntityProvider {

    private static final String CHANGELOG = "META-INF/keyward-changelog.xml";

    @Override
    public List<Class<?>> getEntities() {
        // The loader of our own jar: Keycloak also asks while it builds its image, on a thread that has another one.
        return ServiceLoader.load(EntityContributor.class, EntityContributor.class.getClassLoader()).stream()
                .<Class<?>>flatMap(contributor -> contributor.get().entities().stream())
                .toList();
    }

    @Override
    public String getChangelogLocation() {
        return CHANGELOG;
    }

    @Override
    public String getFactoryId() {
        return KeywardJpaEntityProviderFactory.ID;
    }

    @Override
    public void close() {}
}
