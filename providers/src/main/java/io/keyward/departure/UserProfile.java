package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/** Validators of Keyward's in the user profile. */
final class UserProfile implements Setting {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UserProfileProvider profiles;

    UserProfile(KeycloakSession session) {
        this.profiles = session.getProvider(UserProfileProvider.class);
    }

    @Override
    public String word() {
        return "user-profile";
    }

    @Override
    public Optional<JsonNode> leave() {
        UPConfig config = profiles.getConfiguration();
        ObjectNode before = JsonNodeFactory.instance.objectNode();
        for (UPAttribute attribute : config.getAttributes()) {
            Map<String, Map<String, Object>> kept = new TreeMap<>();
            attribute.getValidations().forEach((validator, settings) -> {
                if (validator.startsWith(OURS)) {
                    before.withObjectProperty(attribute.getName()).set(validator, JSON.valueToTree(settings));
                } else {
                    kept.put(validator, settings);
                }
            });
            attribute.setValidations(kept);
        }
        if (before.isEmpty()) {
            return Optional.empty();
        }
        profiles.setConfiguration(config);
        return Optional.of(before);
    }

    @Override
    public void comeBack(JsonNode before) {
        UPConfig config = profiles.getConfiguration();
        before.properties().forEach(entry -> {
            UPAttribute attribute = config.getAttribute(entry.getKey());
            if (attribute != null) {
                entry.getValue()
                        .properties()
                        .forEach(validator -> attribute.addValidation(
                                validator.getKey(), JSON.convertValue(validator.getValue(), new Settings())));
            }
        });
        profiles.setConfiguration(config);
    }

    private static final class Settings extends com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>> {}
}
