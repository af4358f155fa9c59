package io.keyward.it.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Settings that cannot work are seen within a minute of the first mail, wherever somebody may look: at the admin REST API, in
 * metrics, at the health check, in the log. No node leaves the balancer for it, and no mail is lost.
 */
@Tag("long")
class MisconfiguredMailIT {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestRealm wrongPort =
            TestRealm.shipped().with(realm -> smtp(realm).put("port", "1"));

    @RegisterExtension
    static final TestRealm unknownHost =
            TestRealm.shipped().with(realm -> smtp(realm).put("host", "mail.keyward.invalid"));

    @RegisterExtension
    static final TestRealm noTls = TestRealm.shipped().with(realm -> smtp(realm).put("starttls", "true"));

    @RegisterExtension
    static final TestRealm wrongPassword = TestRealm.shipped()
            .with(realm -> smtp(realm).put("auth", "true").put("user", "nobody").put("password", "wrong"));

    /** What each says. */
    private final Map<TestRealm, String> mistakes = new LinkedHashMap<>();

    private final Map<TestRealm, Person> people = new LinkedHashMap<>();
    private final Map<TestRealm, String> waiting = new LinkedHashMap<>();

    @Test
    void isSeenWithinAMinuteAndLosesNothing() {
        mistakes.put(wrongPort, "connection");
        mistakes.put(unknownHost, "connection");
        mistakes.put(noTls, "tls");
        mistakes.put(wrongPassword, "authentication");
        Management management = new Management(wrongPort);
        await("no warning before").atMost(MINUTE).until(() -> !management.warns());

        Instant start = Instant.now();
        mistakes.keySet().forEach(this::cause);

        mistakes.forEach((realm, failure) -> await("REST says " + failure)
                .atMost(MINUTE)
                .until(() -> new MailApi(realm).get("/counts").get("failures").has(failure)));
        await("the health check warns").atMost(MINUTE).until(() -> failing(management) == mistakes.size());
        Duration took = Duration.between(start, Instant.now());
        assertThat(took).isLessThan(MINUTE);

        assertThat(management.metric("keyward_mail_realms_failing")).isEqualTo(mistakes.size());
        assertThat(management.metric("keyward_mail_warnings")).isEqualTo(1);
        mistakes.forEach((realm, failure) -> {
            JsonNode mail = new MailApi(realm).one(waiting.get(realm));
            assertThat(mail.get("status").asText()).isEqualTo("retrying");
            assertThat(mail.get("failure").asText()).isEqualTo(failure);
            String line = lineAbout(realm);
            assertThat(line).contains("cannot be sent: " + failure).doesNotContain("@", "wrong", "nobody");
        });
        warnsWithoutTakingTheNodeOut(management);

        mistakes.keySet().forEach(this::mend);
        await("all is well again").atMost(MINUTE).until(() -> !management.warns());
        assertThat(management.metric("keyward_mail_warnings")).isZero();
    }

    private void cause(TestRealm realm) {
        Person person = Person.ada();
        people.put(realm, person);
        waiting.put(realm, new MailApi(realm).tell(realm.admin().createProvedUser(person)));
    }

    private void mend(TestRealm realm) {
        realm.admin()
                .changeRealm(definition -> smtp(definition)
                        .put("host", "127.0.0.1")
                        .put(
                                "port",
                                String.valueOf(realm.keyward().stack().mails().smtpPort()))
                        .put("starttls", "false")
                        .put("auth", "false"));
        MailApi mails = new MailApi(realm);
        await("the mail to wait or to be sent")
                .atMost(MINUTE)
                .until(() ->
                        mails.send("POST", "/" + waiting.get(realm) + "/resend").status() == 204
                                || mails.status(waiting.get(realm)).equals("sent"));
        assertThat(realm.mailbox().next(people.get(realm).email()).subject()).startsWith("Your password");
        mails.awaitStatus(waiting.get(realm), "sent");
    }

    private static int failing(Management management) {
        JsonNode check = management.check("/health/well");
        return check.get("data").get("realmsFailing").asInt();
    }

    private static void warnsWithoutTakingTheNodeOut(Management management) {
        for (String path : new String[] {"/health", "/health/well"}) {
            Answer answer = management.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            JsonNode check = management.check(path);
            assertThat(check.get("status").asText()).as(path).isEqualTo("UP");
            assertThat(check.get("data").get("warning").asBoolean()).isTrue();
            assertThat(check.get("data").get("reasons").asText()).isEqualTo("realms-failing");
            assertThat(check.get("data").get("queued").asInt()).isGreaterThanOrEqualTo(4);
            assertThat(check.get("data").get("oldestSeconds").asInt()).isBetween(1, 60);
            assertThat(answer.body())
                    .as("counts only")
                    .doesNotContain("@", wrongPort.name(), wrongPort.id(), wrongPassword.name());
        }
        for (String path : new String[] {"/health/ready", "/health/live", "/health/started"}) {
            Answer answer = management.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.json().get("status").asText()).as(path).isEqualTo("UP");
            assertThat(management.check(path)).as(path).isNull();
        }
    }

    private static String lineAbout(TestRealm realm) {
        return realm.keyward()
                .stack()
                .node()
                .log()
                .lines()
                .filter(line -> line.contains("Mail of realm " + realm.name() + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line about realm " + realm.name()));
    }

    private static ObjectNode smtp(ObjectNode definition) {
        return definition.withObject("/smtpServer");
    }
}
