package io.keyward.it.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.RealmAdmin;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Many accounts, each of which gets a mail on request: Keycloak's own "execute actions", which is the mail that costs an admin
 * one call.
 */
final class Recipients {

    private static final int AT_ONCE = 8;

    private final RealmAdmin admin;
    private final Map<String, String> idsByAddress;

    private Recipients(RealmAdmin admin, Map<String, String> idsByAddress) {
        this.admin = admin;
        this.idsByAddress = idsByAddress;
    }

    /** Accounts {@code person0000@example.org} and so on. */
    static Recipients create(RealmAdmin admin, int count) {
        return create(
                admin,
                IntStream.range(0, count)
                        .mapToObj("person%04d@example.org"::formatted)
                        .toList());
    }

    /** By an import, which takes what a form would refuse. */
    static Recipients create(RealmAdmin admin, List<String> addresses) {
        ObjectNode imported = Json.object().put("ifResourceExists", "SKIP");
        ArrayNode users = imported.putArray("users");
        for (String address : addresses) {
            users.addObject()
                    .put("username", address)
                    .put("email", address)
                    .put("emailVerified", true)
                    .put("enabled", true)
                    .put("firstName", "Pat")
                    .put("lastName", "Person");
        }
        admin.send("POST", "/partialImport", imported).ok();
        Map<String, String> ids = new TreeMap<>();
        for (JsonNode user : admin.get("/users?briefRepresentation=true&max=100000")) {
            ids.put(user.path("email").asText(), user.get("id").asText());
        }
        ids.keySet().retainAll(addresses);
        return new Recipients(admin, ids);
    }

    List<String> addresses() {
        return List.copyOf(idsByAddress.keySet());
    }

    String id(String address) {
        return idsByAddress.get(address);
    }

    /** The answer to the request for one mail. */
    Answer mail(String address) {
        return admin.send("PUT", "/users/" + id(address) + "/execute-actions-email", Json.array("UPDATE_PASSWORD"));
    }

    /**
     * Mails everybody, several at once, and gives the addresses of those for whom Keycloak said yes. An answer that never came
     * is no yes.
     */
    Set<String> mailAll() {
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        ForkJoinPool crowd = new ForkJoinPool(AT_ONCE);
        try {
            crowd.submit(() -> idsByAddress.keySet().parallelStream().forEach(address -> {
                        if (accepted(address)) {
                            accepted.add(address);
                        }
                    }))
                    .get();
            return accepted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            crowd.shutdown();
        }
    }

    private boolean accepted(String address) {
        try {
            return mail(address).status() / 100 == 2;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
