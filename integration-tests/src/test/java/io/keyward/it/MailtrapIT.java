package io.keyward.it;

import static io.keyward.it.harness.MailtrapWebhook.bounce;
import static io.keyward.it.harness.MailtrapWebhook.event;
import static io.keyward.it.harness.MailtrapWebhook.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.MailtrapServer;
import io.keyward.it.harness.MailtrapServer.Call;
import io.keyward.it.harness.MailtrapWebhook;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail by Mailtrap's send API, and what its webhooks tell, against a server that follows the published contract. */
class MailtrapIT {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String SECRET = "8d9a3c0e7f5b4d4d9c2b1a5e5a8b3e7d";
    private static final String OLD_SECRET = "00000000000000000000000000000000";
    private static final Pattern CODE = Pattern.compile("\\b\\d{4} \\d{4}\\b");
    private static final MailtrapServer MAILTRAP = new MailtrapServer(TOKEN);

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(MailtrapIT::byApi);

    @RegisterExtension
    static final TestRealm withoutWebhook = TestRealm.shipped();

    private final Person person = Person.ada();
    private MailtrapWebhook webhook;

    private static void byApi(ObjectNode definition) {
        definition
                .withObject("/attributes")
                .put("keyward.mail.transport", "mailtrap")
                .put("keyward.mailtrap.url", MAILTRAP.url())
                .put("keyward.mailtrap.webhook-secret", OLD_SECRET + " " + SECRET);
        definition
                .putObject("smtpServer")
                .put("host", "live.smtp.mailtrap.io")
                .put("port", "587")
                .put("starttls", "true")
                .put("auth", "true")
                .put("user", "api")
                .put("password", TOKEN)
                .put("from", "no-reply@example.org");
    }

    @BeforeAll
    static void theAdminHasAnAddress() {
        JsonNode admin =
                realm.keyward().admin("master").get("/users?username=admin").get(0);
        ((ObjectNode) admin).put("email", "admin@keyward.test");
        realm.keyward().admin("master").put("/users/" + admin.get("id").asText(), admin);
    }

    @AfterAll
    static void stop() {
        MAILTRAP.close();
    }

    @BeforeEach
    void aWebhook() {
        MAILTRAP.token(TOKEN);
        webhook = new MailtrapWebhook(realm.url(), SECRET);
    }

    @Test
    void aMailGoesOverTheApi() {
        Visitor visitor = new Visitor(realm);
        visitor.register(person);
        JsonNode mail = MAILTRAP.taken(person.email());
        assertThat(mail.path("category").asText()).isEqualTo("keyward-verify-email");
        assertThat(mail.path("custom_variables").path("realm").asText()).isEqualTo(realm.name());
        assertThat(mail.path("headers").path("Auto-Submitted").asText()).isEqualTo("auto-generated");
        awaitStatus(outboxId(mail), "sent 0");
        Matcher code = CODE.matcher(mail.path("text").asText());
        assertThat(code.find()).isTrue();
        visitor.enterCode(code.group());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void tooManyRequestsAreFollowedByAPause() {
        MAILTRAP.tooMany(2);
        new Visitor(realm).register(person);
        MAILTRAP.taken(person.email());
        List<Call> calls = MAILTRAP.calls(person.email());
        assertThat(calls).extracting(Call::status).containsExactly(429, 429, 200);
        // The stack of the tests begins with 1 s; twice as long each time, give or take a fifth.
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at())).isGreaterThan(Duration.ofMillis(780));
        assertThat(Duration.between(calls.get(1).at(), calls.get(2).at())).isGreaterThan(Duration.ofMillis(1_580));
    }

    @Test
    void aWrongTokenHoldsTheMailUntilItIsMended() {
        MAILTRAP.token("another");
        new Visitor(realm).register(person);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !MAILTRAP.calls(person.email()).isEmpty());
        String id = outboxId(MAILTRAP.calls(person.email()).get(0).body());
        awaitStatus(id, "retrying 401");
        assertThat(realm.database().strings("select failure from keyward_mail where id = ?", id))
                .containsExactly("authentication");
        MAILTRAP.token(TOKEN);
        MAILTRAP.taken(person.email());
        awaitStatus(id, "sent 0");
    }

    @Test
    void theTestOfTheConnectionGoesTheSameWay() {
        JsonNode settings = realm.admin().realm().get("smtpServer");
        assertThat(realm.admin().send("POST", "/testSMTPConnection", settings).status())
                .isEqualTo(204);
        assertThat(MAILTRAP.taken("admin@keyward.test").path("category").asText())
                .isEqualTo("connection-test");
        MAILTRAP.token("another");
        assertThat(realm.admin().send("POST", "/testSMTPConnection", settings).status())
                .isEqualTo(500);
    }

    @Test
    void aSignedReportIsWrittenDownOnce() {
        String id = sent();
        String delivery = json(event("delivery", id, person.email()));
        assertThat(webhook.send(delivery).status()).isEqualTo(200);
        assertThat(report(id)).startsWith("delivered 0");
        String before = report(id);
        assertThat(webhook.send(delivery).status()).as("replayed").isEqualTo(200);
        assertThat(report(id)).isEqualTo(before);
    }

    @Test
    void aReportThatIsReplayedAfterALaterOneChangesNothing() {
        String id = sent();
        ObjectNode soft = event("soft bounce", id, person.email())
                .put("timestamp", 1_728_669_700)
                .put("response_code", 451)
                .put("bounce_category", "greylisting");
        assertThat(webhook.send(soft).status()).isEqualTo(200);
        assertThat(report(id)).startsWith("delayed 451 greylisting");
        assertThat(webhook.send(event("delivery", id, person.email())).status()).isEqualTo(200);
        String delivered = report(id);
        assertThat(delivered).startsWith("delivered 0");
        assertThat(webhook.send(soft).status()).isEqualTo(200);
        assertThat(report(id)).isEqualTo(delivered);
    }

    @Test
    void aReportWithoutAGoodSignatureCountsForNothing() {
        String id = sent();
        String body = json(bounce(id, person.email()));
        String signature = webhook.signature(body);
        String withSpace = body.replace(":", ": ");
        assertThat(webhook.send(body, null).status()).isEqualTo(400);
        assertThat(webhook.send(body, "").status()).isEqualTo(400);
        assertThat(webhook.send(body, "0".repeat(64)).status()).isEqualTo(400);
        assertThat(webhook.send(withSpace, signature).status())
                .as("another body")
                .isEqualTo(400);
        assertThat(new MailtrapWebhook(realm.url(), "another secret").send(body).status())
                .isEqualTo(400);
        assertThat(report(id)).isEmpty();
        assertThat(new MailtrapWebhook(realm.url(), OLD_SECRET).send(body).status())
                .as("the secret of another webhook of the realm")
                .isEqualTo(200);
        assertThat(report(id)).startsWith("bounced 550 badrecipient");
    }

    @Test
    void whatIsUnknownIsPassedOverAndTheRestCounts() {
        String id = sent();
        ObjectNode dummy =
                Json.of("{'event': 'delivery', 'timestamp': 1728669700, 'message_id': 'm', 'email': 'a@b.c'}");
        ObjectNode login = Json.of("{'event': 'activity_log.user.login', 'actor': {'id': 1}, 'timestamp': 1735830138}");
        assertThat(webhook.send(
                                dummy,
                                login,
                                Json.object().put("event", "a new one"),
                                event("open", id, person.email()).put("ip", "127.0.0.1"),
                                event("delivery", UUID.randomUUID().toString(), person.email()),
                                event("delivery", "not an id \0 ' or 1=1", person.email()),
                                event("suspension", id, person.email()).put("reason", "Daily limit"))
                        .status())
                .isEqualTo(200);
        assertThat(report(id)).startsWith("suspended");
        assertThat(webhook.send(json()).status()).isEqualTo(200);
    }

    @Test
    void jsonLinesAreTaken() {
        String id = sent();
        String lines = Json.write(event("open", id, person.email())) + "\n"
                + Json.write(event("delivery", id, person.email())) + "\n";
        assertThat(webhook.send(lines).status()).isEqualTo(200);
        assertThat(report(id)).startsWith("delivered");
    }

    @Test
    void whatIsNoWebhookIsRefused() {
        assertThat(webhook.send("not json").status()).isEqualTo(400);
        assertThat(webhook.send("[[]]").status()).isEqualTo(400);
        assertThat(webhook.send("x".repeat(2 * 1024 * 1024 + 1)).status()).isEqualTo(413);
        String full = json(Stream.generate(() -> event("open", "x", "a@example.org"))
                .limit(500)
                .toArray(ObjectNode[]::new));
        assertThat(webhook.send(full).status()).as("500 events").isEqualTo(200);
        String url = realm.url() + "/keyward/mailtrap";
        assertThat(Http.get(url).status()).isIn(404, 405);
        assertThat(Http.send(Http.request(url).POST(BodyPublishers.noBody())).status())
                .isEqualTo(400);
    }

    @Test
    void aRealmKnowsItsOwnMailsAndSecretsOnly() {
        String id = sent();
        String body = json(bounce(id, person.email()));
        assertThat(new MailtrapWebhook(withoutWebhook.url(), SECRET).send(body).status())
                .isEqualTo(404);
        withoutWebhook
                .admin()
                .changeRealm(all ->
                        ((ObjectNode) all.get("attributes")).put("keyward.mailtrap.webhook-secret", "of another"));
        assertThat(new MailtrapWebhook(withoutWebhook.url(), SECRET).send(body).status())
                .isEqualTo(400);
        assertThat(new MailtrapWebhook(withoutWebhook.url(), "of").send(body).status())
                .isEqualTo(200);
        assertThat(report(id)).as("a mail of another realm").isEmpty();
    }

    /** The id of a mail to the person that Mailtrap took. */
    private String sent() {
        new Visitor(realm).register(person);
        return outboxId(MAILTRAP.taken(person.email()));
    }

    private static String outboxId(JsonNode mail) {
        return mail.path("custom_variables").path("outbox_id").asText();
    }

    private static void awaitStatus(String id, String status) {
        await("status " + status)
                .atMost(Duration.ofSeconds(20))
                .until(() -> realm.database()
                        .strings("select status || ' ' || reply_code from keyward_mail where id = ?", id)
                        .contains(status));
    }

    /** Empty where there is none. */
    private static String report(String id) {
        return String.join(
                "",
                realm.database()
                        .strings(
                                "select report || ' ' || coalesce(report_code, 0) || ' ' || coalesce(report_category, '')"
                                        + " || ' ' || reported_at from keyward_mail where id = ? and report is not null",
                                id));
    }
}
