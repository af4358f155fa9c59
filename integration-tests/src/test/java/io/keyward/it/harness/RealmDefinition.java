package io.keyward.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm definition that ships, given another name, with its placeholders filled as Keycloak fills them at import. */
final class RealmDefinition {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.]+)(?::([^}]*))?}");

    private RealmDefinition() {}

    static ObjectNode shipped(String name, Map<String, String> environment) {
        try {
            String text =
                    Files.readString(Settings.root().resolve("realm-config").resolve("keyward-realm.json"));
            ObjectNode definition = (ObjectNode) Json.read(filled(text, environment));
            String shippedName = definition.get("realm").asText();
            String renamed = Json.write(definition)
                    .replace("/realms/" + shippedName + "/", "/realms/" + name + "/")
                    .replace("/admin/" + shippedName + "/", "/admin/" + name + "/")
                    .replace("\"default-roles-" + shippedName + "\"", "\"default-roles-" + name + "\"");
            ObjectNode realm = (ObjectNode) Json.read(renamed);
            realm.remove("id");
            return realm.put("realm", name);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String filled(String text, Map<String, String> environment) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = environment.getOrDefault(matcher.group(1), matcher.group(2));
            // Messages such as ${profile.attributes.email} are no placeholders of the definition.
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        matcher.appendTail(filled);
        return filled.toString();
    }

    /** Appends an element to a list of the definition. */
    static void add(ObjectNode realm, String list, JsonNode element) {
        realm.withArray("/" + list).add(element);
    }
}
