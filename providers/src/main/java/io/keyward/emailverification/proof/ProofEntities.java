package io.keyward.emailverification.proof;

import io.keyward.persistence.EntityContributor;
import java.util.List;

/** Names this capability's entities to the one JPA provider. */
public final class ProofEntities implements EntityContributor {

    @Override
    public List<Class<?>> entities() {
        return List.of(EmailProofEntity.class, EmailAdoptionEntity.class);
    }
}
