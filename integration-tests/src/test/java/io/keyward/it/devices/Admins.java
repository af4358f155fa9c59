package io.keyward.it.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** Administrators of one realm, each with some of Keycloak's roles. */
public final class Admins {

    private final TestRealm realm;

    public Admins(TestRealm realm) {
        this.realm = realm;
    }

    /** Somebody with these roles of the client {@code realm-management}, and no others. */
    public Member withRoles(String... roles) {
        Member admin = Member.of(realm);
        String management = realm.admin().clientUuid("realm-management");
        ArrayNode mapped = Json.array();
        for (String role : roles) {
            mapped.add(realm.admin().get("/clients/" + management + "/roles/" + role));
        }
        realm.admin().post("/users/" + admin.id() + "/role-mappings/clients/" + management, mapped);
        return admin;
    }

    public String token(Member admin) {
        return realm.client("admin-cli", null)
                .password(admin.person().email(), admin.person().password())
                .accessToken();
    }

    public Answer send(String token, String method, String path) {
        String url = realm.keyward().url() + "/admin/realms/" + realm.name() + path;
        HttpRequest.Builder request = Http.request(url).header("Accept", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return Http.send(request.method(method, BodyPublishers.noBody()));
    }

    /** A fine-grained permission, in a realm that has them switched on. */
    public void mayView(Member admin, String userId) {
        String server = "/clients/" + realm.admin().clientUuid("admin-permissions") + "/authz/resource-server";
        String policy = "policy-" + UUID.randomUUID();
        ObjectNode one = Json.object().put("name", policy).put("logic", "POSITIVE");
        one.putArray("users").add(admin.id());
        JsonNode created =
                realm.admin().send("POST", server + "/policy/user", one).ok().json();
        ObjectNode permission = Json.object()
                .put("name", "permission-" + UUID.randomUUID())
                .put("resourceType", "Users")
                .put("decisionStrategy", "UNANIMOUS");
        permission.putArray("scopes").add("view");
        permission.putArray("resources").add(userId);
        permission.putArray("policies").add(created.get("id").asText());
        realm.admin().send("POST", server + "/permission/scope", permission).ok();
    }
}
