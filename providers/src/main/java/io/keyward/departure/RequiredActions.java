package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/**
 * Keyward's required actions are switched off. Where one of them asked for a proved address, Keycloak's own takes its place, so
 * that nobody comes in who could not before: Keyward keeps Keycloak's flag for verified addresses in step.
 */
final class RequiredActions implements Setting {

    private static final String VERIFY = "keyward-verify-email";
    private static final String KEYCLOAKS = "keycloaks";

    private final RealmModel realm;

    RequiredActions(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public String word() {
        return "required-actions";
    }

    @Override
    public Optional<JsonNode> leave() {
        ObjectNode before = JsonNodeFactory.instance.objectNode();
        for (RequiredActionProviderModel action :
                realm.getRequiredActionProvidersStream().toList()) {
            if (action.getProviderId().startsWith(OURS) && action.isEnabled()) {
                before.withArrayProperty("enabled").add(action.getAlias());
                enable(action, false);
                if (action.getProviderId().equals(VERIFY)) {
                    askByKeycloak(before);
                }
            }
        }
        return before.isEmpty() ? Optional.empty() : Optional.of(before);
    }

    private void askByKeycloak(ObjectNode before) {
        RequiredActionProviderModel keycloaks = keycloaks();
        before.withObjectProperty(KEYCLOAKS)
                .put("realm", realm.isVerifyEmail())
                .put("action", keycloaks != null && keycloaks.isEnabled());
        realm.setVerifyEmail(true);
        if (keycloaks != null) {
            enable(keycloaks, true);
        }
    }

    @Override
    public void comeBack(JsonNode before) {
        for (JsonNode alias : before.path("enabled")) {
            RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(alias.asText());
            if (action != null) {
                enable(action, true);
            }
        }
        if (before.has(KEYCLOAKS)) {
            realm.setVerifyEmail(before.get(KEYCLOAKS).path("realm").asBoolean());
            RequiredActionProviderModel keycloaks = keycloaks();
            if (keycloaks != null) {
                enable(keycloaks, before.get(KEYCLOAKS).path("action").asBoolean());
            }
        }
    }

    private RequiredActionProviderModel keycloaks() {
        return realm.getRequiredActionProviderByAlias(UserModel.RequiredAction.VERIFY_EMAIL.name());
    }

    private void enable(RequiredActionProviderModel action, boolean enabled) {
        action.setEnabled(enabled);
        realm.updateRequiredActionProvider(action);
    }
}
