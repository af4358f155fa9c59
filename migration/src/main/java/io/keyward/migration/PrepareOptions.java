package io.keyward.migration;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What {@code prepare} was called with.
 *
 * @param roles what the source calls a role, in lower case, and what it is here
 * @param keepIds whether an id that is a UUID stays what it is
 * @param splitNames whether the last word of a name is the last name
 */
record PrepareOptions(
        RowSource source,
        String realm,
        Path out,
        int chunkSize,
        Map<String, Role> roles,
        Set<String> privateTopLevelDomains,
        int maxCost,
        boolean keepIds,
        boolean splitNames,
        boolean withoutPassword) {

    static final String USAGE = """
            prepare:
              --csv FILE            the table as CSV, with a header; "-" reads the standard input
              --charset NAME        its encoding (default UTF-8)
              --delimiter C         what stands between fields (default a comma)
              --jdbc URL            the table in PostgreSQL, such as jdbc:postgresql://host/database
              --query SQL           default: %s
              --db-user NAME, --db-password-file FILE
                                    default: PostgreSQL's own, such as .pgpass
              --realm NAME          the realm that the users come into
              --out FOLDER          a new or empty folder; what is written there holds password hashes
              --chunk N             users per file and request (default 50)
              --role THEIRS=OURS    what the source calls a role; OURS is user or admin. Again for each
              --private-tld NAME    a top-level domain of your own network, such as internal. Again for each
              --max-cost N          refuse bcrypt hashes of a higher cost (default 15)
              --new-ids             make a new id for everybody; else an id that is a UUID stays
              --split-names         the last word of a name becomes the last name
              --without-password    bring people without a hash too; else they are left out
            """.formatted(PostgresSource.DEFAULT_QUERY);

    private static final Set<String> OPTIONS = Set.of(
            "--csv",
            "--charset",
            "--delimiter",
            "--jdbc",
            "--query",
            "--db-user",
            "--db-password-file",
            "--realm",
            "--out",
            "--chunk",
            "--role",
            "--private-tld",
            "--max-cost");
    private static final Set<String> FLAGS = Set.of("--new-ids", "--split-names", "--without-password");

    static PrepareOptions parse(String... words) {
        Arguments arguments = new Arguments(words, OPTIONS, FLAGS);
        arguments.none();
        return new PrepareOptions(
                source(arguments),
                arguments.required("--realm"),
                Path.of(arguments.required("--out")),
                arguments.number("--chunk", 50, 1, 5_000),
                roles(arguments),
                Set.copyOf(arguments.all("--private-tld")),
                arguments.number("--max-cost", 15, 4, 31),
                !arguments.has("--new-ids"),
                arguments.has("--split-names"),
                arguments.has("--without-password"));
    }

    private static RowSource source(Arguments arguments) {
        if (arguments.has("--csv") == arguments.has("--jdbc")) {
            throw new UsageException("Give either --csv or --jdbc.");
        }
        if (arguments.has("--csv")) {
            String delimiter = arguments.last("--delimiter").orElse(",");
            if (delimiter.length() != 1) {
                throw new UsageException("--delimiter is one character.");
            }
            return new CsvSource(Path.of(arguments.required("--csv")), charset(arguments), delimiter.charAt(0));
        }
        return new PostgresSource(
                arguments.required("--jdbc"),
                arguments.last("--query").orElse(PostgresSource.DEFAULT_QUERY),
                arguments.last("--db-user"),
                arguments.path("--db-password-file"));
    }

    private static Charset charset(Arguments arguments) {
        try {
            return arguments.last("--charset").map(Charset::forName).orElse(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new UsageException("There is no encoding " + unknown.getMessage() + ".");
        }
    }

    private static Map<String, Role> roles(Arguments arguments) {
        Map<String, Role> roles = new HashMap<>(Map.of("user", Role.USER, "admin", Role.ADMIN));
        for (String pair : arguments.all("--role")) {
            int equals = pair.lastIndexOf('=');
            Role ours = equals < 0 ? null : Role.named(pair.substring(equals + 1));
            if (ours == null) {
                throw new UsageException("--role is such as member=user or root=admin.");
            }
            roles.put(pair.substring(0, equals).toLowerCase(Locale.ROOT), ours);
        }
        return Map.copyOf(roles);
    }
}
