package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSessionStore;
import io.keyward.devicesession.DeviceStore;
import io.keyward.devicesession.RefreshChainStore;
import jakarta.persistence.EntityManager;

final class JpaDeviceSessionProvider implements DeviceSessionProvider {

    private final EntityManager em;

    JpaDeviceSessionProvider(EntityManager em) {
        this.em = em;
    }

    @Override
    public DeviceStore devices() {
        return new JpaDeviceStore(em);
    }

    @Override
    public DeviceSessionStore sessions() {
        return new JpaDeviceSessionStore(em);
    }

    @Override
    public RefreshChainStore chains() {
        return new JpaRefreshChainStore(em);
    }

    @Override
    public void removeUser(String realmId, String userId) {
        new Removal(em).user(realmId, userId);
    }

    @Override
    public void removeClient(String realmId, String clientId) {
        new Removal(em).client(realmId, clientId);
    }

    @Override
    public void removeRealm(String realmId) {
        new Removal(em).realm(realmId);
    }

    @Override
    public void close() {}
}
