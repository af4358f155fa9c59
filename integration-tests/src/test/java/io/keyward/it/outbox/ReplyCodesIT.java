package io.keyward.it.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.TestRealm;
import io.keyward.mailoutbox.smtp.Received;
import io.keyward.mailoutbox.smtp.ScriptedSmtpServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every reply code from 400 to 599, each to a mail of its own, after the recipient, after {@code DATA} and after the final dot.
 * A 5xx ends its mail, unless it says that the server wants something of the realm; everything else arrives once the server is
 * back.
 */
@Tag("long")
class ReplyCodesIT {

    /** The server closes, or asks for a password: nothing that the mail could help. */
    private static final Set<Integer> ABOUT_THE_SERVER = Set.of(421, 530, 534, 535, 538);

    private static final Pattern ADDRESSED = Pattern.compile("code([0-9]{3})@example\\.org");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private static Recipients recipients;

    private final ThreadLocal<String> addressed = new ThreadLocal<>();
    private volatile boolean back;

    @BeforeAll
    static void create() {
        List<String> addresses = new ArrayList<>();
        for (int code = 400; code < 600; code++) {
            addresses.add("code" + code + "@example.org");
        }
        recipients = Recipients.create(realm.admin(), addresses);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, recipient", "DATA, content", "end, content"})
    void everyCode(String stage, String word) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.on("RCPT", line -> {
                addressed.set(line);
                return stage.equals("RCPT") ? refusal() : null;
            });
            if (!stage.equals("RCPT")) {
                server.on(stage, line -> refusal());
            }
            MailServers.use(realm.admin(), server, Map.of());
            realm.database().update("delete from keyward_mail where realm_id = ?", realm.id());
            assertThat(recipients.mailAll()).hasSize(200);

            Map<Integer, String> expected = new TreeMap<>();
            for (int code = 400; code < 600; code++) {
                expected.put(code, expected(code, word));
            }
            await("each told with its code")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told()).isEqualTo(expected));
            assertThat(server.received()).isEmpty();

            back = true;
            List<String> due = recipients.addresses().stream()
                    .filter(address -> !expected.get(code(address)).startsWith("failed"))
                    .toList();
            await("the rest")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(server.received())
                            .extracting(Received::address)
                            .containsExactlyInAnyOrderElementsOf(due));
            await("as sent").atMost(PATIENCE).until(() -> rows().count("status = 'sent'") == due.size());
            assertThat(rows().count("status = 'failed'")).isEqualTo(200 - due.size());
        }
    }

    private static String expected(int code, String word) {
        if (code == 421) {
            return "open connection";
        }
        if (ABOUT_THE_SERVER.contains(code)) {
            return "open authentication";
        }
        return (code < 500 ? "open " : "failed ") + word;
    }

    /** Of each mail, by the code that it met: whether it is over, and the word for why. A mail under way counts as open. */
    private static Map<Integer, String> told() {
        Map<Integer, String> told = new TreeMap<>();
        rows().strings("reply_code || ' ' || status || ' ' || failure", "failure is not null")
                .forEach(line -> {
                    String[] parts = line.split(" ");
                    told.put(Integer.valueOf(parts[0]), (parts[1].equals("failed") ? "failed " : "open ") + parts[2]);
                });
        return told;
    }

    private static OutboxRows rows() {
        return new OutboxRows(realm.database(), realm.id());
    }

    /** Null once the server is back. */
    private String refusal() {
        return back ? null : code(addressed.get()) + " so it is";
    }

    private static int code(String text) {
        Matcher code = ADDRESSED.matcher(text);
        assertThat(code.find()).isTrue();
        return Integer.parseInt(code.group(1));
    }
}
