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

    /** The confidential client that introspects tokens. */
    static final String GATEWAY = "gateway";

    static final String GATEWAY_SECRET = "on-loopback-only";

    /** Nothing listens there; no workload follows the redirect. */
    static final String REDIRECT = "http://localhost:1/callback";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SubjectRealm() {}

    /** The name of a subject's realm. */
    static String name(Subject subject, LoadOptions options) {
        return options.oneServer() ? NAME + "-" + subject.id() : NAME;
    }

    /** Writes the definition where the stack can import it. */
    static Path write(Path root, Subject subject, LoadOptions options, People people, Path folder) {
        try {
            String name = name(subject, options);
            ObjectNode realm = subject == Subject.NEW_REALM ? newRealm() : shipped(root, subject);
            realm.put("realm", name);
            ObjectNode client = client();
            subject.tunings().forEach(tuning -> tuning.apply(realm, client));
            if (options.asks()) {
                questions(realm, client, subject.keyward());
            }
            realm.withArray("/clients").add(client);
            realm.set("users", people.asUsers(JSON, name));
            Files.createDirectories(folder);
            Path file = folder.resolve(name + "-realm.json");
            JSON.writeValue(file.toFile(), realm);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode newRealm() {
        return JSON.createObjectNode().put("enabled", true);
    }

    private static ObjectNode shipped(Path root, Subject subject) throws IOException {
        ObjectNode realm = (ObjectNode)
                JSON.readTree(root.resolve("realm-config/keyward-realm.json").toFile());
        // Of the demo; the requests here name no client, so there is to be one alone that has the session API.
        drop(realm, "clients", client -> provided(client.path("clientId")));
        if (!subject.keyward()) {
            withoutKeyward(realm);
        }
        realm.put("revokeRefreshToken", subject.revoke());
        realm.put("refreshTokenMaxReuse", 0);
        rotation(realm, subject);
        requests(realm);
        return realm;
    }

    /** Lets the client use the session API, where there is one, and another introspect its tokens. */
    private static void questions(ObjectNode realm, ObjectNode client, boolean keyward) {
        if (keyward) {
            client.withArray("/protocolMappers")
                    .addObject()
                    .put("name", "session API")
                    .put("protocol", "openid-connect")
                    .put("protocolMapper", "keyward-session-api");
        }
        client.withArray("/protocolMappers")
                .addObject()
                .put("name", GATEWAY)
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper")
                .putObject("config")
                .put("included.client.audience", GATEWAY)
                .put("access.token.claim", "true");
        realm.withArray("/clients")
                .addObject()
                .put("clientId", GATEWAY)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("secret", GATEWAY_SECRET)
                .put("standardFlowEnabled", false);
    }

    private static void rotation(ObjectNode realm, Subject subject) {
        for (JsonNode action : realm.path("requiredActions")) {
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
        // Keycloak brings its own; some are switched off in the definition because Keyward has another.
        realm.remove("requiredActions");
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
