package io.keyward.migration;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;

/** The command line. Ends with 0 when all was done, 1 when something failed, 2 when it was called wrongly. */
public final class ImportTool {

    private static final String USAGE = """
            Brings users of another system into Keycloak with Keyward.

            Usage: import prepare (--csv FILE | --jdbc URL) --realm NAME --out FOLDER [options]
                   import send FOLDER --server URL [options]

            prepare turns a table of users into files for Keycloak's partial import, and says what was left out and why.
            send gives the files to a running Keycloak. Called again it goes on where it stopped. Who is there already stays as is.

            """;

    private ImportTool() {}

    public static void main(String... words) {
        System.exit(run(words));
    }

    private static int run(String... words) {
        String command = words.length == 0 ? "--help" : words[0];
        try {
            switch (command) {
                case "prepare" -> new Prepare(PrepareOptions.parse(rest(words))).run();
                case "send" -> new Send(SendOptions.parse(rest(words))).run();
                case "--help", "-h" -> System.out.print(USAGE + PrepareOptions.USAGE + "\n" + SendOptions.USAGE);
                default -> throw new UsageException("There is no command " + command + ".");
            }
            return 0;
        } catch (UsageException wrong) {
            System.err.println(wrong.getMessage() + " See --help.");
            return 2;
        } catch (ImportException | IOException | SQLException failed) {
            System.err.println("Failed: " + failed.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            System.err.println("Stopped.");
            return 1;
        }
    }

    private static String[] rest(String... words) {
        return Arrays.copyOfRange(words, 1, words.length);
    }
}
