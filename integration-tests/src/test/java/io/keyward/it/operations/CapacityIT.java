package io.keyward.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What a person, a sign-in, a refresh and a mail cost in rows, bytes and writes: the numbers of {@code docs/capacity.md}. */
@Tag("long")
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "a database of its own, on this machine")
@Tag("alone")
class CapacityIT {

    private static final String REALM = "capacity";
    private static final int PEOPLE = 200;
    private static final int SIGN_INS = 3;

    private static Keyward keyward;

    private final List<String> report = new ArrayList<>(
            List.of("| What | Rows and bytes by table | Rows written, Keyward's / all |", "|---|---|---|"));
    private final List<Person> people = new ArrayList<>();
    private final List<TokenAnswer> tokens = new ArrayList<>();

    @BeforeAll
    static void start() {
        keyward = Keyward.on(Stacks.withKeyward(Stacks.local().prepared()).start());
        keyward.admin().send("POST", "", TestRealm.definition(keyward, REALM)).ok();
    }

    @AfterAll
    static void stop() {
        if (keyward != null) {
            keyward.close();
        }
    }

    @Test
    void isMeasured() throws IOException {
        OAuthClient client = keyward.client(REALM, "test-direct", "test-secret");
        measured("a person with a proved address", PEOPLE, () -> {
            for (int i = 0; i < PEOPLE; i++) {
                Person person = Person.ada();
                keyward.admin(REALM).createProvedUser(person);
                people.add(person);
            }
        });
        TableSizes signIns = measured("a sign-in on a new device", PEOPLE * SIGN_INS, () -> {
            for (Person person : people) {
                for (int i = 0; i < SIGN_INS; i++) {
                    tokens.add(client.token(Map.of(
                            "grant_type",
                            "password",
                            "username",
                            person.email(),
                            "password",
                            person.password(),
                            "scope",
                            "openid",
                            "device_id",
                            UUID.randomUUID().toString())));
                }
            }
            sent();
        });
        assertThat(signIns.rows().get("keyward_device")).isEqualTo(PEOPLE * SIGN_INS);
        assertThat(signIns.rows().get("keyward_device_session")).isEqualTo(PEOPLE * SIGN_INS);
        TableSizes refreshes = measured(
                "a refresh", tokens.size(), () -> tokens.replaceAll(answer -> client.refresh(answer.refreshToken())));
        assertThat(tokens).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(refreshes.rows().get("keyward_refresh_chain")).isZero();
        measured("a mail, sent", PEOPLE, () -> {
            for (Person person : people) {
                keyward.admin(REALM)
                        .put(
                                "/users/" + keyward.admin(REALM).userId(person.email()) + "/execute-actions-email",
                                io.keyward.it.harness.Json.array("UPDATE_PASSWORD"));
            }
            sent();
        });
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "capacity.md"), report);
    }

    private static void sent() {
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        keyward.database().count("select count(*) from keyward_mail where finished_at is null") == 0);
    }

    private TableSizes measured(String what, int times, Runnable work) {
        TableSizes before = TableSizes.of(keyward.database());
        work.run();
        // Statistics of other connections arrive within a second.
        TableSizes[] after = new TableSizes[1];
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    TableSizes last = after[0];
                    after[0] = TableSizes.of(keyward.database());
                    return last != null && last.written().equals(after[0].written());
                });
        TableSizes cost = after[0].since(before);
        List<String> tables = new ArrayList<>();
        cost.bytes().forEach((table, bytes) -> {
            long rows = cost.rows().get(table);
            if (table.startsWith("keyward_") && (rows != 0 || bytes != 0)) {
                tables.add(String.format(
                        Locale.ROOT,
                        "`%s` %.2f rows, %d bytes",
                        table.toUpperCase(Locale.ROOT),
                        (double) rows / times,
                        bytes / times));
            }
        });
        report.add(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f / %.2f |",
                what,
                tables.isEmpty() ? "none" : String.join("; ", tables),
                (double) cost.writtenToKeyward() / times,
                (double) cost.writtenToAll() / times));
        return cost;
    }
}
