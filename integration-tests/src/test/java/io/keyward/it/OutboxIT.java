package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail waits for its server, and says how it stands meanwhile. */
class OutboxIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private final Person person = Person.ada();

    @BeforeAll
    static void theAdminHasAnAddress() {
        JsonNode admin =
                realm.keyward().admin("master").get("/users?username=admin").get(0);
        ((ObjectNode) admin).put("email", "admin@keyward.test");
        realm.keyward().admin("master").put("/users/" + admin.get("id").asText(), admin);
    }

    @Test
    void aMailPassesThroughTheOutboxAndLeavesNothingReadable() {
        Visitor visitor = new Visitor(realm);
        visitor.register(person);
        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.caught().header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.caught().header("X-MT-Custom-Variables")).contains("\"purpose\":\"keyward-verify-email\"");
        assertThat(strings("message_id")).contains(mail.caught().header("Message-ID"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> strings("status").stream().allMatch("sent"::equals));
        assertThat(realm.database()
                        .count(
                                "select count(*) from keyward_mail where realm_id = ? and content is not null",
                                realm.id()))
                .isZero();
        visitor.enterCode(mail.code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void signUpDoesNotNoticeThatTheServerIsDown() {
        Visitor visitor = new Visitor(realm);
        realm.mailbox().whileOffline(() -> {
            visitor.register(person);
            assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
            assertThat(visitor.page().text()).doesNotContain("could not send the message");
            await("the failure is told")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> strings("status").contains("retrying"));
            assertThat(String.join(" ", strings("content || address")))
                    .isNotBlank()
                    .doesNotContain(person.email(), "http", "html");
        });
        visitor.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void theTestOfTheConnectionTellsTheTruthAndQueuesNothing() {
        JsonNode settings = realm.admin().realm().get("smtpServer");
        int before = strings("id").size();
        assertThat(realm.admin().send("POST", "/testSMTPConnection", settings).status())
                .isEqualTo(204);
        assertThat(realm.mailbox().next("admin@keyward.test").subject()).isNotBlank();
        realm.mailbox()
                .whileOffline(() -> assertThat(realm.admin()
                                .send("POST", "/testSMTPConnection", settings)
                                .status())
                        .isEqualTo(500));
        assertThat(strings("id")).hasSize(before);
    }

    @Test
    void aRealmCanGoBackToKeycloaksOwnSender() {
        realm.admin().changeRealm(all -> ((ObjectNode) all.get("attributes")).put("keyward.mail.outbox", "off"));
        try {
            int before = strings("id").size();
            new Visitor(realm).register(person);
            assertThat(realm.mailbox().next(person.email()).caught().header("Auto-Submitted"))
                    .isEmpty();
            assertThat(strings("id")).hasSize(before);
        } finally {
            realm.admin().changeRealm(all -> ((ObjectNode) all.get("attributes")).put("keyward.mail.outbox", "on"));
        }
    }

    private static List<String> strings(String column) {
        return realm.database().strings("select " + column + " from keyward_mail where realm_id = ?", realm.id());
    }
}
