package io.keyward.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The admin REST API of one realm. Every method fails when Keycloak refuses; {@link #send} gives the answer itself. */
public final class RealmAdmin {

    private final MasterAdmin admin;
    private final String realm;

    RealmAdmin(MasterAdmin admin, String realm) {
        this.admin = admin;
        this.realm = "/" + realm;
    }

    /** The answer, whatever it says, of a path below {@code /admin/realms/{realm}}. */
    public Answer send(String method, String path, JsonNode body) {
        return admin.send(method, realm + path, body);
    }

    public JsonNode get(String path) {
        return send("GET", path, null).ok().json();
    }

    public void put(String path, JsonNode body) {
        send("PUT", path, body).ok();
    }

    public void delete(String path) {
        send("DELETE", path, null).ok();
    }

    /** Posts and gives the id of what was created, or null when the answer names none. */
    public String post(String path, JsonNode body) {
        String location = send("POST", path, body).ok().header("Location");
        return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
    }

    public ObjectNode realm() {
        return (ObjectNode) get("");
    }

    public void changeRealm(Consumer<ObjectNode> change) {
        change("", change);
    }

    // Users

    /** Creates the person as an admin does, with the password given and the flag {@code emailVerified} as said. */
    public String createUser(Person person, boolean emailVerified) {
        ObjectNode user = Json.object()
                .put("username", person.email())
                .put("email", person.email())
                .put("firstName", person.firstName())
                .put("lastName", person.lastName())
                .put("enabled", true)
                .put("emailVerified", emailVerified);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", person.password())
                .put("temporary", false);
        return createUser(user);
    }

    public String createUser(ObjectNode user) {
        return post("/users", user);
    }

    /** An account whose present address an admin has vouched for: it may sign in. */
    public String createProvedUser(Person person) {
        String id = createUser(person, true);
        vouch(id);
        return id;
    }

    public Optional<JsonNode> findUser(String email) {
        return stream(get("/users?exact=true&email=" + Http.encode(email))).findFirst();
    }

    public JsonNode user(String email) {
        return findUser(email).orElseThrow(() -> new AssertionError("No account has the address " + email));
    }

    public String userId(String email) {
        return user(email).get("id").asText();
    }

    public void changeUser(String id, Consumer<ObjectNode> change) {
        change("/users/" + id, change);
    }

    public void deleteUser(String id) {
        delete("/users/" + id);
    }

    public void setPassword(String id, String password) {
        put(
                "/users/" + id + "/reset-password",
                Json.object().put("type", "password").put("value", password).put("temporary", false));
    }

    public JsonNode sessions(String userId) {
        return get("/users/" + userId + "/sessions");
    }

    public List<String> credentialTypes(String userId) {
        return stream(get("/users/" + userId + "/credentials"))
                .map(credential -> credential.get("type").asText())
                .toList();
    }

    // Proof of the address, as Keyward's admin API has it

    public JsonNode proofs(String userId) {
        return get("/keyward/users/" + userId + "/email-proof");
    }

    public void vouch(String userId) {
        send("POST", "/keyward/users/" + userId + "/email-proof", Json.object()).ok();
    }

    public void voidProof(String userId) {
        delete("/keyward/users/" + userId + "/email-proof");
    }

    // Clients, flows, required actions

    /** Creates the client and gives its internal id. */
    public String createClient(ObjectNode client) {
        return post("/clients", client);
    }

    /** The internal id of the client. */
    public String clientUuid(String clientId) {
        return get("/clients?clientId=" + Http.encode(clientId))
                .get(0)
                .get("id")
                .asText();
    }

    public void changeClient(String clientId, Consumer<ObjectNode> change) {
        change("/clients/" + clientUuid(clientId), change);
    }

    public void deleteClient(String clientId) {
        delete("/clients/" + clientUuid(clientId));
    }

    public ObjectNode requiredAction(String alias) {
        return (ObjectNode) get("/authentication/required-actions/" + alias);
    }

    public void changeRequiredAction(String alias, Consumer<ObjectNode> change) {
        change("/authentication/required-actions/" + alias, change);
    }

    /** Sets values in the configuration of a required action and leaves the others. */
    public void configureRequiredAction(String alias, Map<String, String> values) {
        change("/authentication/required-actions/" + alias + "/config", config -> {
            ObjectNode target =
                    config.get("config") instanceof ObjectNode present ? present : config.putObject("config");
            values.forEach(target::put);
        });
    }

    public JsonNode executions(String flowAlias) {
        return get("/authentication/flows/" + Http.encode(flowAlias).replace("+", "%20") + "/executions");
    }

    // Events

    /** The events of this type that Keycloak stored, newest first. */
    public List<JsonNode> events(String type) {
        return stream(get("/events?max=1000&type=" + type)).toList();
    }

    public List<JsonNode> events(String type, String userId) {
        return stream(get("/events?max=1000&type=" + type + "&user=" + userId)).toList();
    }

    public void clearEvents() {
        delete("/events");
    }

    private void change(String path, Consumer<ObjectNode> change) {
        ObjectNode present = (ObjectNode) get(path);
        change.accept(present);
        put(path, present);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
