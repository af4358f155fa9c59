package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;

/** The flows that the realm is bound to: those with a step of Keyward's give way to Keycloak's own. */
final class Flows implements Setting {

    private record Binding(
            String builtIn,
            Function<RealmModel, AuthenticationFlowModel> get,
            BiConsumer<RealmModel, AuthenticationFlowModel> set) {}

    private static final Map<String, Binding> BINDINGS = bindings();

    private final RealmModel realm;
    private final Steps steps;

    Flows(RealmModel realm) {
        this.realm = realm;
        this.steps = new Steps(realm);
    }

    @Override
    public String word() {
        return "flows";
    }

    @Override
    public Optional<JsonNode> leave() {
        ObjectNode before = JsonNodeFactory.instance.objectNode();
        BINDINGS.forEach((name, binding) -> {
            AuthenticationFlowModel bound = binding.get().apply(realm);
            AuthenticationFlowModel builtIn = realm.getFlowByAlias(binding.builtIn());
            if (bound != null && builtIn != null && steps.areOursIn(bound.getId())) {
                before.put(name, bound.getAlias());
                binding.set().accept(realm, builtIn);
            }
        });
        return before.isEmpty() ? Optional.empty() : Optional.of(before);
    }

    @Override
    public void comeBack(JsonNode before) {
        BINDINGS.forEach((name, binding) -> {
            AuthenticationFlowModel flow = before.hasNonNull(name)
                    ? realm.getFlowByAlias(before.get(name).asText())
                    : null;
            if (flow != null) {
                binding.set().accept(realm, flow);
            }
        });
    }

    private static Map<String, Binding> bindings() {
        Map<String, Binding> bindings = new LinkedHashMap<>();
        bindings.put(
                "browser",
                new Binding(
                        DefaultAuthenticationFlows.BROWSER_FLOW,
                        RealmModel::getBrowserFlow,
                        RealmModel::setBrowserFlow));
        bindings.put(
                "direct-grant",
                new Binding(
                        DefaultAuthenticationFlows.DIRECT_GRANT_FLOW,
                        RealmModel::getDirectGrantFlow,
                        RealmModel::setDirectGrantFlow));
        bindings.put(
                "registration",
                new Binding(
                        DefaultAuthenticationFlows.REGISTRATION_FLOW,
                        RealmModel::getRegistrationFlow,
                        RealmModel::setRegistrationFlow));
        bindings.put(
                "reset-credentials",
                new Binding(
                        DefaultAuthenticationFlows.RESET_CREDENTIALS_FLOW,
                        RealmModel::getResetCredentialsFlow,
                        RealmModel::setResetCredentialsFlow));
        bindings.put(
                "first-broker-login",
                new Binding(
                        DefaultAuthenticationFlows.FIRST_BROKER_LOGIN_FLOW,
                        RealmModel::getFirstBrokerLoginFlow,
                        RealmModel::setFirstBrokerLoginFlow));
        return bindings;
    }
}
