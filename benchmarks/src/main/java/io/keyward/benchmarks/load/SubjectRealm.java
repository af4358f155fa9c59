package io.keyward.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The realm that ships, as each subject gets it. Without Keyward it is the same realm less what only Keyward's jars
 * provide, so that lifespans, events, policies and everything else that costs time are equal.
 */
final class SubjectRealm {

    /** The realm's name, where each subject has a server of its own. */
    static final String NAME = "keyward";

    /** The public client of all workloads. */
    static final String CLIENT = "load";

    /** Nothing listens there; no workload follows the redirect. */
    static final String REDIRECT = "http://localhost:1/callback";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SubjectRealm() {}

    /** The name of a subject's realm. */
    static String name(Subject subject, LoadOptions options) {
        return options.oneServer() ? NAME + "-" + subject.id() : NAME;
    }

    /** Writes the definition where the stack can import it. */
    static Path write(Path root, Subject subject, String name, People people, Path folder) {
        try {
            ObjectNode realm = (ObjectNode) JSON.readTree(
                    root.resolve("realm-config/keyward-realm.json").toFile());
            if (!subject.keyward()) {
                withoutKeyward(realm);
            }
            realm.put("realm", name);
            realm.put("revokeRefreshToken", subject.revoke());
            realm.put("refreshTokenMaxReuse", 0);
            rotation(realm, subject);
            requests(realm);
            realm.withArray("/clients").add(client());
            realm.set("users", people.asUsers(JSON, name));
            Files.createDirectories(folder);
            Path file = folder.resolve(name + "-realm.json");
            JSON.writeValue(file.toFile(), realm);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rotation(ObjectNode realm, Subject subject) {
        for (JsonNode action : realm.withArray("/requiredActions")) {
            if (action.path("providerId").asText().equals("keyward-devices")) {
                ((ObjectNode) action)
                        .withObject("/config")
                        .put("rotation", String.valueOf(subject.rotation()))
                        // One address signs in from many devices here. Mails have a benchmark of their own.
                        .put("new-device-mails", "false");
            }
        }
    }

    /** All requests come from one address here. */
    private static void requests(ObjectNode realm) {
        for (JsonNode config : realm.withArray("/authenticatorConfig")) {
            if (config.path("config").has("requests-per-hour")) {
                ((ObjectNode) config).withObject("/config").put("requests-per-hour", "5000");
            }
        }
    }

    private static ObjectNode client() {
        ObjectNode client = JSON.createObjectNode()
                .put("clientId", CLIENT)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", true)
                .put("fullScopeAllowed", true);
        client.putArray("redirectUris").add(REDIRECT);
        return client;
    }

    private static void withoutKeyward(ObjectNode realm) {
        realm.remove(List.of(
                "loginTheme",
                "emailTheme",
                "accountTheme",
                "adminTheme",
                "browserFlow",
                "directGrantFlow",
                "registrationFlow",
                "firstBrokerLoginFlow",
                "resetCredentialsFlow",
                "authenticationFlows",
                "authenticatorConfig",
                "components"));
        drop(realm, "requiredActions", action -> provided(action.path("providerId")));
        drop(realm.path("clientProfiles"), "profiles", profile -> provided(profile.path("name")));
        drop(realm.path("clientPolicies"), "policies", policy -> provided(policy.path("name")));
        drop(realm, "clientScopes", scope -> provided(scope.path("name")));
        for (String scopes : List.of("defaultDefaultClientScopes", "defaultOptionalClientScopes")) {
            drop(realm, scopes, SubjectRealm::provided);
        }
        drop(realm, "eventsListeners", SubjectRealm::provided);
        realm.put(
                "passwordPolicy",
                realm.path("passwordPolicy").asText().replaceAll("( and )?keyward[a-z-]*\\([^)]*\\)", ""));
    }

    private static boolean provided(JsonNode name) {
        return name.asText().startsWith("keyward");
    }

    private static void drop(JsonNode parent, String list, Predicate<JsonNode> unwanted) {
        if (parent.path(list) instanceof ArrayNode elements) {
            Iterator<JsonNode> each = elements.iterator();
            while (each.hasNext()) {
                if (unwanted.test(each.next())) {
                    each.remove();
                }
            }
        }
    }
}
