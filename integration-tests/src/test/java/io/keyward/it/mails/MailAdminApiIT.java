package io.keyward.it.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.devices.Admins;
import io.keyward.it.devices.Member;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators see of a realm's outbox over HTTP, and do with it. */
class MailAdminApiIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm calm = TestRealm.shipped();

    private final Person person = Person.ada();
    private MailApi mails;
    private String user;

    @BeforeEach
    void someone() {
        mails = new MailApi(realm);
        user = realm.admin().createProvedUser(person);
    }

    @Test
    void aMailTellsTheTruthAllAlong() {
        mails = new MailApi(calm);
        user = calm.admin().createProvedUser(person);
        Instant start = Instant.now().minusMillis(1);
        calm.mailbox().whileOffline(() -> {
            String id = mails.tell(user);
            mails.awaitStatus(id, "retrying");
            JsonNode mail = mails.one(id);
            assertThat(mail.get("purpose").asText()).isEqualTo("keyward-password-changed");
            assertThat(mail.get("urgency").asText()).isEqualTo("normal");
            assertThat(mail.get("failure").asText()).isEqualTo("connection");
            assertThat(mail.get("attempts").asInt()).isPositive();
            assertThat(mail.get("userId").asText()).isEqualTo(user);
            assertThat(mail.get("address").asText()).isEqualTo(person.email());
            assertThat(mail.get("messageId").asText()).isEqualTo("<" + id + "@example.org>");
            assertThat(Instant.parse(mail.get("createdAt").asText())).isBetween(start, Instant.now());
            assertThat(Instant.parse(mail.get("nextAttemptAt").asText())).isAfter(start);
            assertThat(mail.has("finishedAt")).isFalse();
            JsonNode tally = mails.get("/counts");
            assertThat(tally.get("counts").get("retrying").asInt()).isEqualTo(1);
            assertThat(tally.get("failures").get("connection").asInt()).isEqualTo(1);
            assertThat(tally.get("oldestWaiting")).isEqualTo(mail.get("createdAt"));
        });
        String id = mails.ids("user=" + user).get(0);
        mails.awaitStatus(id, "sent");
        assertThat(calm.mailbox().next(person.email()).caught().header("Message-ID"))
                .isEqualTo(mails.one(id).get("messageId").asText());
        assertThat(mails.one(id).has("nextAttemptAt")).isFalse();
        assertThat(mails.one(id).has("failure")).isFalse();
        assertThat(Instant.parse(mails.one(id).get("finishedAt").asText())).isAfter(start);
        JsonNode tally = mails.get("/counts");
        assertThat(tally.get("counts").get("retrying").asInt()).isZero();
        assertThat(tally.get("counts").get("sent").asInt()).isPositive();
        assertThat(tally.get("counts").size()).as("every status is there").isEqualTo(6);
        assertThat(tally.get("failures")).isEmpty();
        assertThat(tally.has("oldestWaiting")).isFalse();
    }

    @Test
    void aListShowsNoAddress() {
        String id = mails.tell(user);
        Answer list = mails.send("GET", "?user=" + user);
        assertThat(list.json().get("mails").get(0).get("id").asText()).isEqualTo(id);
        assertThat(list.json().get("mails").get(0).get("userId").asText()).isEqualTo(user);
        assertThat(list.body()).doesNotContain(person.email(), "address");
        assertThat(list.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void byStatusPurposeAndUser() {
        String id = mails.tell(user);
        mails.awaitStatus(id, "sent");
        String mine = "user=" + user;
        assertThat(mails.ids(mine)).containsExactly(id);
        assertThat(mails.ids(mine + "&status=sent")).containsExactly(id);
        assertThat(mails.ids(mine + "&status=failed")).isEmpty();
        assertThat(mails.ids(mine + "&purpose=keyward-password-changed")).containsExactly(id);
        assertThat(mails.ids(mine + "&purpose=keyward-new-device")).isEmpty();
        assertThat(mails.ids("user=" + UUID.randomUUID())).isEmpty();
        assertThat(mails.ids("user=%20")).isEmpty();
        assertThat(mails.ids("status=sent&max=200")).contains(id);
        assertThat(new MailApi(otherRealm).ids("max=200")).doesNotContain(id);
    }

    @Test
    void pagesFollowEachOtherByKeyNewestFirst() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            written.add(mails.tell(user));
        }
        Collections.reverse(written);
        List<String> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = mails.get("?user=" + user + "&max=2" + after);
            MailApi.elements(page.get("mails"))
                    .forEach(mail -> found.add(mail.get("id").asText()));
            sizes.add(page.get("mails").size());
            after = page.has("next") ? "&after=" + page.get("next").asText() : null;
        } while (after != null);
        assertThat(found).isEqualTo(written);
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void aMailIsResentAtOnceAlthoughItsServerWasInTrouble() {
        String[] id = new String[1];
        realm.mailbox().whileOffline(() -> {
            id[0] = mails.tell(user);
            mails.awaitStatus(id[0], "retrying");
            mails.putOff(id[0]);
        });
        String path = "/" + id[0] + "/resend";
        assertThat(mails.send("POST", path).status()).isEqualTo(204);
        assertThat(realm.mailbox().next(person.email()).subject()).startsWith("Your password");
        event(path);
        mails.awaitStatus(id[0], "sent");
        Answer again = mails.send("POST", path);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asText()).isEqualTo("not-waiting");
    }

    @Test
    void allMailsThatWaitAreResentAtOnce() {
        MailApi here = new MailApi(calm);
        List<Person> people = List.of(Person.ada(), Person.ada(), Person.ada());
        calm.mailbox()
                .whileOffline(() -> people.forEach(other -> {
                    String id = here.tell(calm.admin().createProvedUser(other));
                    here.awaitStatus(id, "retrying");
                    here.putOff(id);
                }));
        assertThat(here.send("POST", "/resend").ok().json().get("mails").asInt())
                .isEqualTo(3);
        for (Person other : people) {
            assertThat(calm.mailbox().next(other.email()).subject()).startsWith("Your password");
        }
        await("sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> here.get("/counts").get("counts").get("retrying").asInt() == 0);
        assertThat(here.send("POST", "/resend").ok().json().get("mails").asInt())
                .isZero();
    }

    @Test
    void aCancelledMailIsNeverSentAndItsContentIsGone() {
        String[] id = new String[1];
        realm.mailbox().whileOffline(() -> {
            id[0] = mails.tell(user);
            mails.putOff(id[0]);
            assertThat(mails.send("POST", "/" + id[0] + "/cancel").status()).isEqualTo(204);
        });
        event("/" + id[0] + "/cancel");
        JsonNode mail = mails.one(id[0]);
        assertThat(mail.get("status").asText()).isEqualTo("failed");
        assertThat(mail.get("failure").asText()).isEqualTo("cancelled");
        assertThat(mail.has("nextAttemptAt")).isFalse();
        assertThat(realm.database().strings("select content from keyward_mail where id = ?", id[0]))
                .containsExactly((String) null);
        for (String action : List.of("cancel", "resend")) {
            assertThat(mails.send("POST", "/" + id[0] + "/" + action).status()).isEqualTo(409);
        }
        mails.awaitStatus(mails.tell(user), "sent");
        realm.mailbox().next(person.email());
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String ofOtherRealm = new MailApi(otherRealm).tell(otherRealm.admin().createProvedUser(Person.ada()));
        for (String id :
                List.of(ofOtherRealm, UUID.randomUUID().toString(), "1", "%00", "x".repeat(300), "%27or%271")) {
            assertThat(mails.send("GET", "/" + id).status()).as(id).isEqualTo(404);
            for (String action : List.of("resend", "cancel")) {
                assertThat(mails.send("POST", "/" + id + "/" + action).status())
                        .as(id)
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status=gone, unknown-status",
        "purpose=A%20B, not-a-purpose",
        "max=many, not-a-number",
        "after=1, not-a-page",
        "after=%20, not-a-page"
    })
    void whatMeansNothingIsRefused(String query, String code) {
        Answer answer = mails.send("GET", "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isEqualTo("invalid_request");
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }

    /** Keycloak itself lets none through. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "purpose", "user", "after", "max"})
    void aNulIsRefused(String parameter) {
        assertThat(mails.send("GET", "?" + parameter + "=%00").status()).isEqualTo(400);
    }

    @Test
    void aRemovedUserLeavesNoMails() {
        String id = mails.tell(user);
        realm.admin().deleteUser(user);
        assertThat(mails.send("GET", "/" + id).status()).isEqualTo(404);
        assertThat(mails.ids("max=200")).doesNotContain(id);
    }

    @Test
    void fineGrainedPermissionsHideThePersonsThatOneMayNotView() {
        String shown = mails.tell(user);
        String hiddenUser = realm.admin().createProvedUser(Person.ada());
        String hidden = mails.tell(hiddenUser);
        Admins admins = new Admins(realm);
        realm.admin().changeRealm(definition -> definition.put("adminPermissionsEnabled", true));
        try {
            Member deputy = admins.withRoles("view-realm", "query-users");
            admins.mayView(deputy, user);
            String token = admins.token(deputy);
            JsonNode list = admins.send(token, "GET", "/keyward/mails?max=200").json();
            assertThat(list.get("mails").findValuesAsText("id")).contains(shown, hidden);
            assertThat(list.get("mails").findValuesAsText("userId")).containsOnly(user);
            assertThat(admins.send(token, "GET", "/keyward/mails/" + shown)
                            .json()
                            .get("address")
                            .asText())
                    .isEqualTo(person.email());
            assertThat(admins.send(token, "GET", "/keyward/mails/" + hidden)
                            .json()
                            .has("address"))
                    .isFalse();
            assertThat(admins.send(token, "GET", "/keyward/mails?user=" + user).status())
                    .isEqualTo(200);
            assertThat(admins.send(token, "GET", "/keyward/mails?user=" + hiddenUser)
                            .status())
                    .isEqualTo(403);
        } finally {
            realm.admin().changeRealm(definition -> definition.put("adminPermissionsEnabled", false));
        }
    }

    private static void event(String path) {
        JsonNode event = await("the admin event")
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> realm.admin()
                                .get("/admin-events?max=1&operationTypes=ACTION")
                                .get(0),
                        found -> found != null
                                && found.get("resourcePath").asText().equals("keyward/mails" + path));
        assertThat(event.get("resourceType").asText()).isEqualTo("KEYWARD_MAIL");
    }
}
