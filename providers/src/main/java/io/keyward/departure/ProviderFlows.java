package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Flows of single identity providers, at the first sign-in and after each. */
final class ProviderFlows implements Setting {

    private static final String FIRST = "first";
    private static final String AFTER = "after";

    private final IdentityProviderStorageProvider providers;
    private final RealmModel realm;
    private final Steps steps;

    ProviderFlows(KeycloakSession session, RealmModel realm) {
        this.providers = session.identityProviders();
        this.realm = realm;
        this.steps = new Steps(realm);
    }

    @Override
    public String word() {
        return "identity-provider-flows";
    }

    @Override
    public Optional<JsonNode> leave() {
        ObjectNode before = JsonNodeFactory.instance.objectNode();
        for (IdentityProviderModel provider : providers.getAllStream().toList()) {
            boolean first = steps.areOursIn(provider.getFirstBrokerLoginFlowId());
            boolean after = steps.areOursIn(provider.getPostBrokerLoginFlowId());
            if (first) {
                before.withObjectProperty(provider.getAlias()).put(FIRST, provider.getFirstBrokerLoginFlowId());
                provider.setFirstBrokerLoginFlowId(null);
            }
            if (after) {
                before.withObjectProperty(provider.getAlias()).put(AFTER, provider.getPostBrokerLoginFlowId());
                provider.setPostBrokerLoginFlowId(null);
            }
            if (first || after) {
                providers.update(provider);
            }
        }
        return before.isEmpty() ? Optional.empty() : Optional.of(before);
    }

    @Override
    public void comeBack(JsonNode before) {
        before.properties().forEach(entry -> {
            IdentityProviderModel provider = providers.getByAlias(entry.getKey());
            if (provider == null) {
                return;
            }
            flow(entry.getValue(), FIRST).ifPresent(provider::setFirstBrokerLoginFlowId);
            flow(entry.getValue(), AFTER).ifPresent(provider::setPostBrokerLoginFlowId);
            providers.update(provider);
        });
    }

    private Optional<String> flow(JsonNode flows, String which) {
        return Optional.ofNullable(flows.path(which).asText(null))
                .filter(id -> realm.getAuthenticationFlowById(id) != null);
    }
}
