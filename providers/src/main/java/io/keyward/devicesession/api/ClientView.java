package io.keyward.devicesession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * A client, as people may see it.
 *
 * @param clientId its public id
 * @param name how it is called, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ClientView(String clientId, String name) {

    /** Null for a client that is no more. */
    static ClientView of(RealmModel realm, String internalId) {
        ClientModel client = internalId == null ? null : realm.getClientById(internalId);
        return client == null ? null : new ClientView(client.getClientId(), client.getName());
    }
}
