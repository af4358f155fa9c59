package io.keyward.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.TestRealm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand rows, one in ten of them broken in some way: the counts add up, and a second run changes nothing. */
@Tag("long")
class LargeImportIT {

    private static final int ROWS = 100_000;

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @TempDir
    Path folder;

    private final Map<String, Integer> broken = new TreeMap<>();

    @Test
    void theCountsAddUp() throws Exception {
        ImportTool tool = new ImportTool(realm.keyward(), realm.name(), folder);
        Path csv = table();
        int bad = broken.values().stream().mapToInt(Integer::intValue).sum();
        int good = ROWS - bad;

        Instant start = Instant.now();
        JsonNode summary = tool.prepare(csv);
        Duration prepared = Duration.between(start, Instant.now());

        assertThat(summary.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(summary.path("users").asInt()).isEqualTo(good);
        Map<String, Integer> reasons = new TreeMap<>();
        summary.path("skipped")
                .fields()
                .forEachRemaining(
                        entry -> reasons.put(entry.getKey(), entry.getValue().asInt()));
        assertThat(reasons).isEqualTo(broken);
        assertThat(tool.report("skipped.csv")).hasSize(bad);

        start = Instant.now();
        ImportTool.Result sent = tool.send();
        Duration took = Duration.between(start, Instant.now());
        System.out.printf(
                "[import] %d rows prepared in %d s, %d users sent in %d s%n",
                ROWS, prepared.toSeconds(), good, took.toSeconds());

        assertThat(sent.status()).as(sent.text()).isZero();
        assertThat(sent.last()).isEqualTo(good + " users: " + good + " added, 0 there from an earlier run, 0 left out");
        assertThat(count("user_entity where realm_id = ? and service_account_client_link is null"))
                .isEqualTo(good);
        assertThat(count("credential c join user_entity u on u.id = c.user_id where u.realm_id = ?"))
                .isEqualTo(good);
        long verified = count("user_entity where realm_id = ? and email_verified");
        assertThat(verified).isBetween(1L, good - 1L);
        assertThat(count("keyward_email_proof where realm_id = ? and method = 'imported'"))
                .isEqualTo(verified);
        for (int row : List.of(1, ROWS / 2 + 2, ROWS - 2)) {
            assertThat(realm.direct().password(address(row), OldTable.PASSWORD).status())
                    .as("row %d", row)
                    .isEqualTo(200);
        }

        assertThat(tool.send("--again").last())
                .isEqualTo(good + " users: 0 added, " + good + " there from an earlier run, 0 left out");
        assertThat(count("user_entity where realm_id = ? and service_account_client_link is null"))
                .isEqualTo(good);
    }

    private long count(String from) {
        return realm.database().count("select count(*) from " + from, realm.id());
    }

    private static String address(int row) {
        return "person" + row + "@shop.example.org";
    }

    private Path table() throws IOException {
        Path file = folder.resolve("users.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((OldTable.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            for (int row = 1; row <= ROWS; row++) {
                out.write(line(row));
            }
        }
        return file;
    }

    /** One row in ten is broken, in ten ways in turn. */
    private byte[] line(int row) {
        String good = "%d,\"Zo\u00eb, %d\",%s,%s,%s,%s,2020-01-01 00:00:00+00\n"
                .formatted(row, row, address(row), row % 1_000 == 1 ? "admin" : "user", row % 3 != 0, OldTable.HASH);
        if (row % 10 != 0) {
            return good.getBytes(StandardCharsets.UTF_8);
        }
        return switch (row / 10 % 10) {
            case 0 ->
                bad(
                        "duplicate-address",
                        good.replace(address(row), address(row - 1).toUpperCase(Locale.ROOT)));
            case 1 -> bad("bad-hash", good.replace("$2y$", "$1$"));
            case 2 -> bad("bad-address", good.replace("@shop.example.org", "@shop"));
            case 3 -> {
                bad("bad-encoding", good);
                yield good.getBytes(StandardCharsets.ISO_8859_1);
            }
            case 4 -> bad("malformed-row", row + ",Somebody\n");
            case 5 -> bad("unknown-role", good.replace(",user,", ",owner,"));
            case 6 -> bad("bad-encoding", good.replace("Zo\u00eb", "Zo\0"));
            case 7 -> bad("duplicate-id", good.replaceFirst("^" + row, String.valueOf(row - 1)));
            case 8 -> bad("no-hash", good.replace(OldTable.HASH, ""));
            default -> bad("name-too-long", good.replace("Zo\u00eb", "Zo".repeat(200)));
        };
    }

    private byte[] bad(String reason, String line) {
        broken.merge(reason, 1, Integer::sum);
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
