package io.keyward.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gives users to Keycloak's partial import, which takes all of a request or nothing. One that will not go through is cut in
 * halves until it is known whom it is about.
 */
final class Delivery {

    /** About what was sent: bad content, an id that is taken, an error in the middle of it. */
    private static final Set<Integer> ABOUT_THE_CONTENT = Set.of(400, 409, 500);

    private final AdminApi api;
    private final ObjectMapper mapper;

    Delivery(AdminApi api, ObjectMapper mapper) {
        this.api = api;
        this.mapper = mapper;
    }

    /** @throws ImportException if Keycloak refuses the import as such */
    Outcome deliver(Chunk chunk) throws IOException, InterruptedException {
        AdminApi.Answer answer = api.partialImport(content(chunk));
        if (answer.status() == 200) {
            return outcome(chunk, mapper.readTree(answer.body()));
        }
        if (!ABOUT_THE_CONTENT.contains(answer.status())) {
            throw new ImportException(
                    "Keycloak refuses the import with status " + answer.status() + ". Call send again to go on.");
        }
        if (chunk.size() == 1) {
            Chunk.Entry entry = chunk.entries().get(0);
            return Outcome.leftOut(entry.row(), api.hasUser(entry.email()) ? SkipReason.EXISTS : SkipReason.REFUSED);
        }
        Outcome outcome = Outcome.NOTHING;
        for (Chunk half : chunk.halves()) {
            outcome = outcome.and(deliver(half));
        }
        return outcome;
    }

    private ObjectNode content(Chunk chunk) {
        ObjectNode content = mapper.createObjectNode().put("ifResourceExists", "SKIP");
        ArrayNode users = content.putArray(Chunk.USERS);
        chunk.entries().forEach(entry -> users.add(entry.user()));
        return content;
    }

    private static Outcome outcome(Chunk chunk, JsonNode answer) {
        Map<String, Chunk.Entry> byName = new HashMap<>();
        chunk.entries().forEach(entry -> byName.put(entry.email(), entry));
        long added = 0;
        long unchanged = 0;
        Map<Long, SkipReason> leftOut = new LinkedHashMap<>();
        for (JsonNode result : answer.path("results")) {
            Chunk.Entry entry = byName.remove(result.path("resourceName").asText());
            if (entry == null) {
                throw new ImportException("Keycloak answers about somebody who was not sent.");
            }
            if (result.path("action").asText().equals("ADDED")) {
                added++;
            } else if (result.path("id").asText().equals(entry.id())) {
                unchanged++;
            } else {
                leftOut.put(entry.row(), SkipReason.EXISTS);
            }
        }
        if (!byName.isEmpty()) {
            throw new ImportException("Keycloak does not say what became of " + byName.size() + " users.");
        }
        return new Outcome(added, unchanged, leftOut);
    }
}
