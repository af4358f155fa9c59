package io.keyward.mailoutbox.jpa;

import io.keyward.persistence.EntityContributor;
import java.util.List;

/** Found by {@link java.util.ServiceLoader}, which is why it is public. */
public final class MailEntities implements EntityContributor {

    @Override
    public List<Class<?>> entities() {
        return List.of(MailEntity.class);
    }
}
