package io.keyward.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Some users on their way to Keycloak: a file, or a part of one. */
record Chunk(List<Entry> entries) {

    static final String USERS = "users";

    /** Numbers of rows, in the order of the users. */
    static final String ROWS = "rows";

    /** A user as the partial import wants it. */
    record Entry(long row, JsonNode user) {

        String id() {
            return user.path("id").asText();
        }

        String email() {
            return user.path("email").asText();
        }
    }

    static Chunk read(Path file, ObjectMapper mapper) throws IOException {
        JsonNode content = mapper.readTree(file.toFile());
        JsonNode users = content.path(USERS);
        JsonNode rows = content.path(ROWS);
        if (!users.isArray() || users.size() != rows.size()) {
            throw new ImportException(file + " was not written by prepare.");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            entries.add(new Entry(rows.get(i).asLong(), users.get(i)));
        }
        return new Chunk(entries);
    }

    int size() {
        return entries.size();
    }

    List<Chunk> halves() {
        int middle = size() / 2;
        return List.of(new Chunk(entries.subList(0, middle)), new Chunk(entries.subList(middle, size())));
    }
}
