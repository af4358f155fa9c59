package io.keyward.migration;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Passwords come from files or the keyboard, never from the command line, which others on the machine can read. */
final class Secret {

    private Secret() {}

    /** The text of a file, without a line end behind it. */
    static String in(Path file) throws IOException {
        return Files.readString(file).replaceFirst("\\R$", "");
    }

    /** From the file if there is one, else asked of the person. */
    static String from(Optional<Path> file, String question) throws IOException {
        if (file.isPresent()) {
            return in(file.get());
        }
        Console console = System.console();
        if (console == null) {
            throw new UsageException("There is no keyboard to ask for a password; give --password-file.");
        }
        return new String(console.readPassword("%s: ", question));
    }
}
