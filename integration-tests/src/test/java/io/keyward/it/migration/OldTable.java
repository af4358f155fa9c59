package io.keyward.it.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A table of users of another system. */
final class OldTable {

    /** Of the password {@code U*U}, from the test vectors of Openwall's crypt_blowfish. */
    static final String HASH = "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    static final String PASSWORD = "U*U";
    static final String HEADER = "id,name,email,role,is_verified,password_hash,created_at";

    /** So that tests of one server do not meet. */
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    String address(String name) {
        return name + "." + unique + "@example.org";
    }

    OldTable add(String id, String name, String role, String verified) {
        return line(id + "," + name + " Old," + address(name) + "," + role + "," + verified + "," + HASH
                + ",2019-05-17 08:00:00+00");
    }

    OldTable line(String line) {
        lines.add(line);
        return this;
    }

    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("users.csv"), lines);
    }
}
