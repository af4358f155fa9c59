package io.keyward.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder from which a node imports realms when it starts. */
record RealmImport(Path folder) {

    /** Copies a definition into the folder, with people added to it. */
    void add(Path definition, Optional<Path> users) {
        try {
            String realm = Files.readString(definition);
            String populated = users.isPresent() ? withUsers(realm, Files.readString(users.get())) : realm;
            Files.writeString(folder.resolve(definition.getFileName().toString()), populated);
        } catch (IOException e) {
            throw new StackException("The realm definition cannot be read: " + e, e);
        }
    }

    /**
     * Keyward looks at a realm once its import has ended, so its people must come in the same file. The definition has
     * no {@code users} of its own.
     */
    static String withUsers(String realm, String users) {
        String list = users.substring(users.indexOf("\"users\""), users.lastIndexOf(']') + 1);
        return realm.substring(0, realm.lastIndexOf('}')).stripTrailing() + ",\n  " + list + "\n}\n";
    }
}
