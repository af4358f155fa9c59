package io.keyward.migration;

import java.util.Collection;
import java.util.List;

/** The columns that a source must have; the others may be missing, and their fields are empty then. */
final class Columns {

    private static final List<String> NEEDED = List.of("id", "email", "is_verified", "password_hash");

    private Columns() {}

    static void check(Collection<String> names) {
        List<String> missing =
                NEEDED.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new ImportException("Columns are missing: " + String.join(", ", missing)
                    + ". Known are id, name, email, role, is_verified, password_hash, created_at.");
        }
    }
}
