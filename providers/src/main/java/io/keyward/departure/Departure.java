package io.keyward.departure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A realm's way out of Keyward and back, each in one transaction. What is taken out is kept in an attribute of the realm. */
final class Departure {

    /** Survives Keyward, as all attributes do. */
    static final String ATTRIBUTE = "keyward.departure";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealmModel realm;
    private final List<Setting> settings;

    Departure(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.settings = List.of(
                new Flows(realm),
                new ClientFlows(realm),
                new ProviderFlows(session, realm),
                new RequiredActions(realm),
                new Passwords(session, realm),
                new ClientPolicies(session, realm),
                new UserProfile(session),
                new Themes(realm),
                new Lifetimes(realm));
    }

    boolean hasLeft() {
        return realm.getAttribute(ATTRIBUTE) != null;
    }

    /** Takes Keyward out of the settings; gives their words. What was taken out before stays remembered. */
    List<String> leave() {
        ObjectNode remembered = remembered();
        List<String> changed = new ArrayList<>();
        for (Setting setting : settings) {
            setting.leave().ifPresent(before -> {
                changed.add(setting.word());
                if (!remembered.has(setting.word())) {
                    remembered.set(setting.word(), before);
                }
            });
        }
        if (!changed.isEmpty()) {
            realm.setAttribute(ATTRIBUTE, remembered.toString());
        }
        return changed;
    }

    /** Puts back what is remembered, in the other order, and forgets it; gives the words. */
    List<String> comeBack() {
        ObjectNode remembered = remembered();
        List<String> changed = new ArrayList<>();
        for (int i = settings.size() - 1; i >= 0; i--) {
            Setting setting = settings.get(i);
            JsonNode before = remembered.get(setting.word());
            if (before != null) {
                setting.comeBack(before);
                changed.add(setting.word());
            }
        }
        realm.removeAttribute(ATTRIBUTE);
        return changed;
    }

    private ObjectNode remembered() {
        String text = realm.getAttribute(ATTRIBUTE);
        if (text == null) {
            return JSON.createObjectNode();
        }
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalStateException(
                    "The attribute " + ATTRIBUTE + " of realm " + realm.getName() + " is not what Keyward wrote", e);
        }
    }
}
