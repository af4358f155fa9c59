package io.keyward.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rows and options for tests. */
final class Rows {

    /** Of the password {@code U*U}, from the test vectors of Openwall's crypt_blowfish. */
    static final String HASH = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    static final SourceRow GOOD =
            new SourceRow(1, 2, "7", "Ada Lovelace", "Ada@Example.org", "user", "t", HASH, "2024-02-29 12:30:00.25+01");

    private Rows() {}

    static PrepareOptions options(String... more) {
        String[] words = Stream.concat(
                        List.of("--csv", "-", "--realm", "Shop", "--out", "out").stream(), List.of(more).stream())
                .toArray(String[]::new);
        return PrepareOptions.parse(words);
    }

    static SourceRow with(String column, String value) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "id", GOOD.id(),
                "name", GOOD.name(),
                "email", GOOD.email(),
                "role", GOOD.role(),
                "is_verified", GOOD.verified(),
                "password_hash", GOOD.hash(),
                "created_at", GOOD.createdAt()));
        if (!fields.containsKey(column)) {
            throw new IllegalArgumentException(column);
        }
        fields.put(column, value);
        return SourceRow.of(1, 2, fields::get);
    }
}
