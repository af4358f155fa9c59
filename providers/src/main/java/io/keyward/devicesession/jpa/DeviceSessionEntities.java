package io.keyward.devicesession.jpa;

import io.keyward.persistence.EntityContributor;
import java.util.List;

/** Found by {@link java.util.ServiceLoader}, which is why it is public. */
public final class DeviceSessionEntities implements EntityContributor {

    @Override
    public List<Class<?>> entities() {
        return List.of(
                DeviceEntity.class, DeviceOwnerEntity.class, DeviceSessionEntity.class, RefreshChainEntity.class);
    }
}
