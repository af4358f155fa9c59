package io.keyward.endpoint;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Puts {@link AdminRoot} under {@code /admin/realms/{realm}/keyward}. */
public final class AdminRootFactory implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

    private Branches<AdminEndpoint> branches;
    private Branches<UserAdminEndpoint> userBranches;

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        return new AdminRoot(new AdminRequest(session, realm, auth, adminEvent), branches, userBranches);
    }

    @Override
    public String getId() {
        return RealmRoot.PATH;
    }

    @Override
    public void init(Config.Scope config) {
        branches = Branches.load(AdminEndpoint.class, AdminEndpoint::path);
        userBranches = Branches.load(UserAdminEndpoint.class, UserAdminEndpoint::path);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
