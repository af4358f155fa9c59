package io.keyward.stack.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo was called with.
 *
 * @param apps whether the example applications run beside it
 * @param data keeps accounts between runs when given
 */
record DemoOptions(
        Port http, Port mailPage, Port smtp, boolean apps, Port spa, Port spring, Optional<Path> data, boolean help) {

    static final String USAGE = """
            Starts Keycloak with Keyward, PostgreSQL, a mail catcher and the example applications on this
            machine. Ctrl-C ends it.

            Usage: ./demo [options]
              --port N        Keycloak's port (default 8080)
              --mail-port N   port of the page that shows the mails (default 8025)
              --smtp-port N   port that takes the mails in (default 1025)
              --no-apps       leave the example applications out
              --spa-port N    port of the single-page app (default 8081)
              --spring-port N port of the Spring Boot app (default 8082)
              --data FOLDER   keep accounts here between runs (default: forget them)
              --help          this text

            A port of 0 stands for any free one. A default port that is taken is replaced by a free one.
            """;

    static DemoOptions parse(String... words) {
        Port http = Port.usual(8080);
        Port mailPage = Port.usual(8025);
        Port smtp = Port.usual(1025);
        boolean apps = true;
        Port spa = Port.usual(8081);
        Port spring = Port.usual(8082);
        Optional<Path> data = Optional.empty();
        boolean help = false;
        for (int index = 0; index < words.length; index++) {
            switch (words[index]) {
                case "--port" -> http = Port.given(value(words, ++index));
                case "--mail-port" -> mailPage = Port.given(value(words, ++index));
                case "--smtp-port" -> smtp = Port.given(value(words, ++index));
                case "--no-apps" -> apps = false;
                case "--spa-port" -> spa = Port.given(value(words, ++index));
                case "--spring-port" -> spring = Port.given(value(words, ++index));
                case "--data" ->
                    data = Optional.of(Path.of(value(words, ++index)).toAbsolutePath());
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("There is no option " + words[index] + ".");
            }
        }
        return new DemoOptions(http, mailPage, smtp, apps, spa, spring, data, help);
    }

    private static String value(String[] words, int index) {
        if (index >= words.length) {
            throw new IllegalArgumentException(words[index - 1] + " needs a value.");
        }
        return words[index];
    }

    /** A port, and whether the person insists on it. */
    record Port(int number, boolean insisted) {

        static Port usual(int number) {
            return new Port(number, false);
        }

        static Port given(String word) {
            if (!word.matches("[0-9]{1,5}") || Integer.parseInt(word) > 65_535) {
                throw new IllegalArgumentException(word + " is not a port; ports are numbers from 0 to 65535.");
            }
            return new Port(Integer.parseInt(word), true);
        }
    }
}
