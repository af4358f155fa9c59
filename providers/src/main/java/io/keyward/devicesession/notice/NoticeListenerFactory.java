package io.keyward.devicesession.notice;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link NoticeListener} for all realms. */
public final class NoticeListenerFactory implements EventListenerProviderFactory {

    private static final String ID = "keyward-notices";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NoticeListener(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to configure.
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
