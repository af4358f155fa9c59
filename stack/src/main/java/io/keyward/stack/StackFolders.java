package io.keyward.stack;

import java.nio.file.Path;

/** Where stacks keep what outlives them: unpacked servers and logs, and what each running one has open. */
record StackFolders(Path cache) {

    Path distributions() {
        return cache.resolve("distributions");
    }

    Path installations() {
        return cache.resolve("installations");
    }

    Path preparedDatabases() {
        return cache.resolve("databases");
    }

    Path postgresBinaries() {
        return cache.resolve("postgresql");
    }

    Path runs() {
        return cache.resolve("runs");
    }

    Path logs() {
        return cache.resolve("logs");
    }
}
