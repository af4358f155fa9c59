package io.keyward.it.grants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Switches the layers of the definition that ships off, one by one. */
final class Layers {

    private Layers() {}

    /** Keycloak adds its own flows to a realm that names none. */
    static void keycloaksFlows(ObjectNode definition) {
        definition.remove(List.of(
                "authenticationFlows",
                "authenticatorConfig",
                "browserFlow",
                "directGrantFlow",
                "registrationFlow",
                "firstBrokerLoginFlow",
                "resetCredentialsFlow"));
    }

    static void noRequiredAction(ObjectNode definition) {
        enable(definition, "keyward-verify-email", false);
    }

    static void noClientPolicy(ObjectNode definition) {
        definition.get("clientPolicies").get("policies").forEach(policy -> ((ObjectNode) policy).put("enabled", false));
    }

    /** As the realm ships, names are addresses, and the admin API makes no account without one. */
    static void namesApartFromAddresses(ObjectNode definition) {
        definition.put("registrationEmailAsUsername", false);
    }

    /** Keycloak's own actions about addresses. */
    static void keycloaksActions(ObjectNode definition) {
        enable(definition, "VERIFY_EMAIL", true);
        enable(definition, "UPDATE_EMAIL", true);
    }

    private static void enable(ObjectNode definition, String action, boolean enabled) {
        definition.get("requiredActions").forEach(candidate -> {
            if (candidate.get("alias").asText().equals(action)) {
                ((ObjectNode) candidate).put("enabled", enabled);
            }
        });
    }
}
