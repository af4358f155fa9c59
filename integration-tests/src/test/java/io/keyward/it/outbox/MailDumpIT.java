package io.keyward.it.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Whoever gets hold of a dump of the database while mails wait in it reads none of them. */
class MailDumpIT {

    private static final int SHORTEST_LINE = 25;

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private final Person newcomer = Person.named("Nora", "Newcomer");
    private final Person forgetful = Person.named("Fred", "Forgetful");
    private final Person told = Person.named("Tom", "Told");

    @Test
    void aDumpTakenWhileMailsWaitHasNothingToRead() {
        realm.admin().createProvedUser(forgetful);
        String toldId = realm.admin().createProvedUser(told);
        Map<String, String> dump = new TreeMap<>();
        realm.mailbox().whileOffline(() -> {
            new Visitor(realm).register(newcomer);
            forgetPassword();
            realm.admin().put("/users/" + toldId + "/execute-actions-email", Json.array("UPDATE_PASSWORD"));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(rows().count("content is not null")).isGreaterThanOrEqualTo(3));
            dump.putAll(dump());
        });
        String everything = String.join("\n", dump.values());
        String outbox = dump.get("keyward_mail");
        assertThat(everything).as("what Keycloak itself stores is in the dump").contains(newcomer.email());
        assertThat(outbox).as("and so are the mails").contains(rows().strings("message_id"));

        Mail verification = realm.mailbox().next(newcomer.email());
        Mail reset = realm.mailbox().next(forgetful.email());
        Mail actions = realm.mailbox().next(told.email());
        assertThat(verification.hasCode()).isTrue();
        assertUnreadable(everything, verification.token());
        assertUnreadable(everything, verification.code());
        // Among so many digits the same eight may stand somewhere by chance, but hardly alone.
        assertThat(everything)
                .doesNotContainPattern("(?<![0-9])" + verification.code().replace(" ", "") + "(?![0-9])");
        assertUnreadable(everything, reset.token());
        assertUnreadable(everything, signature(actions));
        for (Mail mail : List.of(verification, reset, actions)) {
            assertUnreadable(everything, mail.link());
            assertUnreadable(outbox, mail.to());
            assertUnreadable(outbox, mail.to().substring(0, mail.to().indexOf('@')));
            assertUnreadable(everything, mail.subject());
            mail.text()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE)
                    // Keycloak itself stores addresses.
                    .forEach(line -> assertUnreadable(line.equals(mail.to()) ? outbox : everything, line));
        }
    }

    private void forgetPassword() {
        new Visitor(realm).forgot(forgetful.email());
    }

    /** The last part of Keycloak's link, without which it opens nothing. */
    private static String signature(Mail mail) {
        String key = mail.link().replaceAll(".*[?&]key=([^&]+).*", "$1");
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Neither as it is nor in the forms in which databases and programs show bytes. */
    private static void assertUnreadable(String dump, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        assertThat(secret).isNotBlank();
        assertThat(dump.contains(secret)).as("readable: " + secret).isFalse();
        assertThat(dump.contains(hex)).as("in hex: " + secret).isFalse();
        for (int shift = 0; shift < 3; shift++) {
            assertThat(dump.contains(base64(secret, shift)))
                    .as("in base64: " + secret)
                    .isFalse();
        }
    }

    /** The characters that stand for the text alone when so many others stand before it. */
    private static String base64(String text, int shift) {
        String encoded = Base64.getEncoder()
                .withoutPadding()
                .encodeToString(("x".repeat(shift) + text).getBytes(StandardCharsets.UTF_8));
        return encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 2);
    }

    /** What {@code pg_dump} would write, table by table. */
    private static Map<String, String> dump() {
        Map<String, String> dump = new TreeMap<>();
        try (Connection connection = realm.keyward().stack().database().connect()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : realm.database()
                    .strings("select table_name from information_schema.tables where table_schema = current_schema()"
                            + " and table_type = 'BASE TABLE'")) {
                StringWriter rows = new StringWriter();
                copy.copyOut("copy \"" + table + "\" to stdout", rows);
                dump.put(table, rows.toString());
            }
            return dump;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OutboxRows rows() {
        return new OutboxRows(realm.database(), realm.id());
    }
}
