package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Flows that single clients have in place of the realm's: with a step of Keyward's, the client gets the realm's again. */
final class ClientFlows implements Setting {

    private final RealmModel realm;
    private final Steps steps;

    ClientFlows(RealmModel realm) {
        this.realm = realm;
        this.steps = new Steps(realm);
    }

    @Override
    public String word() {
        return "client-flows";
    }

    @Override
    public Optional<JsonNode> leave() {
        ObjectNode before = JsonNodeFactory.instance.objectNode();
        for (ClientModel client : realm.getClientsStream().toList()) {
            for (Map.Entry<String, String> override :
                    Map.copyOf(client.getAuthenticationFlowBindingOverrides()).entrySet()) {
                if (steps.areOursIn(override.getValue())) {
                    before.withObjectProperty(client.getId()).put(override.getKey(), override.getValue());
                    client.removeAuthenticationFlowBindingOverride(override.getKey());
                }
            }
        }
        return before.isEmpty() ? Optional.empty() : Optional.of(before);
    }

    @Override
    public void comeBack(JsonNode before) {
        before.properties().forEach(client -> {
            ClientModel found = realm.getClientById(client.getKey());
            if (found == null) {
                return;
            }
            client.getValue().properties().forEach(override -> {
                if (realm.getAuthenticationFlowById(override.getValue().asText()) != null) {
                    found.setAuthenticationFlowBindingOverride(
                            override.getKey(), override.getValue().asText());
                }
            });
        });
    }
}
