package io.keyward.migration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes accounts into files for Keycloak's partial import, a fixed number into each. Beside the users each file has the
 * numbers of their rows, which Keycloak does not read.
 */
final class ChunkWriter {

    private final Folder folder;
    private final String realm;
    private final int size;
    private final JsonFactory json = new JsonFactory();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    private long users;
    private int chunks;

    ChunkWriter(Folder folder, String realm, int size) {
        this.folder = folder;
        this.realm = realm;
        this.size = size;
    }

    void add(Account account, long row) throws IOException {
        accounts.add(account);
        rows.add(row);
        if (accounts.size() == size) {
            write();
        }
    }

    /** Writes what is left. */
    void finish() throws IOException {
        if (!accounts.isEmpty()) {
            write();
        }
    }

    long users() {
        return users;
    }

    int chunks() {
        return chunks;
    }

    private void write() throws IOException {
        try (JsonGenerator out = json.createGenerator(folder.create(Folder.chunk(++chunks)))) {
            out.writeStartObject();
            out.writeStringField("ifResourceExists", "SKIP");
            out.writeArrayFieldStart(Chunk.ROWS);
            for (long row : rows) {
                out.writeNumber(row);
            }
            out.writeEndArray();
            out.writeArrayFieldStart(Chunk.USERS);
            for (Account account : accounts) {
                write(account, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        users += accounts.size();
        accounts.clear();
        rows.clear();
    }

    private void write(Account account, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", account.id().toString());
        out.writeStringField("username", account.email());
        out.writeStringField("email", account.email());
        out.writeBooleanField("emailVerified", account.verified());
        out.writeBooleanField("enabled", true);
        if (account.name().isPresent()) {
            out.writeStringField("firstName", account.name().get().first());
            if (account.name().get().last().isPresent()) {
                out.writeStringField("lastName", account.name().get().last().get());
            }
        }
        if (account.createdAt().isPresent()) {
            out.writeNumberField("createdTimestamp", account.createdAt().get().toEpochMilli());
        }
        if (account.verified()) {
            out.writeObjectFieldStart("attributes");
            writeArray("keyward.email-proof", List.of("imported"), out);
            out.writeEndObject();
        }
        String everybody = "default-roles-" + realm.toLowerCase(Locale.ROOT);
        writeArray("realmRoles", account.role() == Role.ADMIN ? List.of(everybody, "admin") : List.of(everybody), out);
        if (account.hash().isPresent()) {
            writeCredential(account.hash().get(), out);
        }
        out.writeEndObject();
    }

    private static void writeCredential(BcryptText hash, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("credentials");
        out.writeStartObject();
        out.writeStringField("type", "password");
        // Both are JSON within JSON; a bcrypt hash has no character that would need escaping there.
        out.writeStringField("secretData", "{\"value\":\"" + hash.text() + "\",\"salt\":\"\"}");
        out.writeStringField("credentialData", "{\"algorithm\":\"bcrypt\",\"hashIterations\":" + hash.cost() + "}");
        out.writeEndObject();
        out.writeEndArray();
    }

    private static void writeArray(String name, List<String> values, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }
}
