package io.keyward.endpoint;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@link RealmRoot} under {@code /realms/{realm}/keyward}. */
public final class RealmRootFactory implements RealmResourceProviderFactory {

    private Branches<RealmEndpoint> branches;

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new Provider(session, branches);
    }

    @Override
    public String getId() {
        return RealmRoot.PATH;
    }

    @Override
    public void init(Config.Scope config) {
        branches = Branches.load(RealmEndpoint.class, RealmEndpoint::path);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private record Provider(KeycloakSession session, Branches<RealmEndpoint> branches)
            implements RealmResourceProvider {

        @Override
        public Object getResource() {
            return new RealmRoot(session, branches);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
