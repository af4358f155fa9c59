package io.keyward.emailverification.undelivered;

import io.keyward.persistence.EntityContributor;
import java.util.List;

/** Names this room's entity to the one JPA provider. */
public final class UndeliveredEntities implements EntityContributor {

    @Override
    public List<Class<?>> entities() {
        return List.of(UndeliveredEntity.class);
    }
}
