package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.RealmModel;

/** Keyward's themes give way to Keycloak's. */
final class Themes implements Setting {

    private static final String THEME = "keyward";

    private final RealmModel realm;

    Themes(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public String word() {
        return "themes";
    }

    @Override
    public Optional<JsonNode> leave() {
        ObjectNode before = JsonNodeFactory.instance.objectNode();
        leave(before, "login", realm.getLoginTheme(), realm::setLoginTheme);
        leave(before, "email", realm.getEmailTheme(), realm::setEmailTheme);
        leave(before, "account", realm.getAccountTheme(), realm::setAccountTheme);
        leave(before, "admin", realm.getAdminTheme(), realm::setAdminTheme);
        return before.isEmpty() ? Optional.empty() : Optional.of(before);
    }

    private static void leave(ObjectNode before, String kind, String theme, Consumer<String> set) {
        if (theme != null && (theme.equals(THEME) || theme.startsWith(OURS))) {
            before.put(kind, theme);
            set.accept(null);
        }
    }

    @Override
    public void comeBack(JsonNode before) {
        comeBack(before, "login", realm::setLoginTheme);
        comeBack(before, "email", realm::setEmailTheme);
        comeBack(before, "account", realm::setAccountTheme);
        comeBack(before, "admin", realm::setAdminTheme);
    }

    private static void comeBack(JsonNode before, String kind, Consumer<String> set) {
        if (before.hasNonNull(kind)) {
            set.accept(before.get(kind).asText());
        }
    }
}
