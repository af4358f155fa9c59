package io.keyward.it.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No answer tells whether an address has an account: status, headers and body, for nobody, a proved and an unproved one. */
class SessionEnumerationIT {

    private static final String STRANGERS_PASSWORD = "stranger danger one two";

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    private final Person unknown = Person.named("Norman", "Body").withPassword(STRANGERS_PASSWORD);
    private final Person proved = Person.named("Proved", "Body").withPassword(STRANGERS_PASSWORD);
    private final Person unproved = Person.named("Unpris", "Body").withPassword(STRANGERS_PASSWORD);

    @BeforeEach
    void accounts() {
        realm.admin().createProvedUser(proved.withPassword("Proved-Owns-This-1"));
        realm.admin().createUser(unproved.withPassword("Unproved-Owns-This-1"), false);
    }

    @Test
    void registration() {
        alike(person -> Front.of(realm).register(person), 201);
        assertThat(realm.mailbox().next(unknown.email()).subject()).isNotBlank();
        for (Person owner : List.of(proved, unproved)) {
            Mail told = realm.mailbox().next(owner.email());
            assertThat(told.text()).contains("account");
        }
        // Nothing of it became true.
        assertThat(Front.of(realm).login(proved).status()).isEqualTo(401);
        assertThat(Front.of(realm)
                        .login(proved.withPassword("Proved-Owns-This-1"))
                        .status())
                .isEqualTo(200);
        assertThat(realm.admin().user(proved.email()).get("id").asText()).isNotBlank();
    }

    @Test
    void registrationAgain() {
        alike(
                person -> {
                    Front front = Front.of(realm);
                    front.register(person);
                    return front.register(person);
                },
                201);
    }

    @Test
    void aWeakPasswordOrABadName() {
        alike(person -> Front.of(realm).register(person.withPassword("short")), 400);
    }

    @Test
    void forgottenPassword() {
        alike(person -> Front.of(realm).post("forgot-password", Json.object().put("email", person.email())), 200);
    }

    @Test
    void aWrongPassword() {
        alike(person -> Front.of(realm).login(person), 401);
    }

    @Test
    void aMailThatCannotBeQueuedLeavesNoAccount() {
        realm.admin().changeRealm(definition -> definition.putObject("smtpServer"));
        try {
            Answer answer = Front.of(realm).register(unknown);
            SessionStoryIT.refused(answer, 503, "mail_unavailable");
            assertThat(realm.admin().findUser(unknown.email())).isEmpty();
        } finally {
            realm.admin()
                    .changeRealm(definition -> definition
                            .putObject("smtpServer")
                            .put("host", "127.0.0.1")
                            .put(
                                    "port",
                                    String.valueOf(
                                            realm.keyward().stack().mails().smtpPort()))
                            .put("from", "keyward@example.org"));
        }
    }

    private void alike(Function<Person, Answer> ask, int status) {
        List<String> seen = new ArrayList<>();
        for (Person person : List.of(unknown, proved, unproved)) {
            Answer answer = ask.apply(person);
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            seen.add(headers(answer) + "\n" + body(answer, person));
        }
        assertThat(seen.get(1)).isEqualTo(seen.get(0));
        assertThat(seen.get(2)).isEqualTo(seen.get(0));
    }

    /** Without what differs from request to request for everybody. */
    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("content-length");
        headers.computeIfPresent(
                "set-cookie",
                (name, cookies) -> cookies.stream()
                        .map(cookie -> cookie.replaceFirst("=[^;]*", "=…"))
                        .sorted()
                        .toList());
        return headers;
    }

    private static String body(Answer answer, Person person) {
        JsonNode json = answer.json();
        if (json.get("user") instanceof ObjectNode user) {
            assertThat(user.get("id").asText()).hasSize(36);
            assertThat(user.get("created_at").asText())
                    .endsWith("Z")
                    .isEqualTo(user.get("updated_at").asText());
            user.put("id", "…").put("created_at", "…").put("updated_at", "…");
        }
        return Json.write(json)
                .replace(person.email(), "address")
                .replace(person.firstName() + " " + person.lastName(), "name");
    }
}
