package io.keyward.onetimetoken;

import io.keyward.persistence.EntityContributor;
import java.util.List;

/** Found by {@link java.util.ServiceLoader}, which is why it is public. */
public final class OneTimeTokenEntities implements EntityContributor {

    @Override
    public List<Class<?>> entities() {
        return List.of(OneTimeTokenEntity.class);
    }
}
