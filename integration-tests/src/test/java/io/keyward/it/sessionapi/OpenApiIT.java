package io.keyward.it.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The running endpoints answer as {@code docs/openapi.yaml} says, and it says nothing of endpoints that are not there. */
class OpenApiIT {

    private static final Map<String, String> EVIL = Map.of("Origin", "https://evil.example.org");

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    private final OpenApi described = OpenApi.read();
    private final Set<String> seen = new HashSet<>();
    private final Person person = Person.ada();
    private final Front front = Front.of(realm);

    @Test
    void everyEndpointAnswersAsDescribed() {
        is("POST /register", 201, front.register(person));
        is("POST /register", 400, front.register(person.withPassword("short")));
        is("POST /login", 401, front.login(person));
        String link = realm.mailbox().next(person.email()).token();
        is("GET /verify/{token}", 303, front.get("verify/" + link, Map.of("Accept", "text/html")));
        is("GET /verify/{token}", 400, Front.of(realm).get("verify/" + link));
        is("GET /verify/{token}", 200, front.get("verify/" + link));
        is("POST /login", 200, front.login(person));
        is("GET /me", 200, front.get("me"));
        is("GET /check", 200, front.get("check?role=user"));
        is("GET /check", 403, front.get("check?role=admin"));
        is("GET /check", 401, front.get("check?max_age=x"));
        is("GET /devices", 200, front.get("devices"));
        is("POST /refresh", 200, front.post("refresh"));
        is("POST /logout", 200, front.post("logout"));
        is("POST /refresh", 401, front.post("refresh"));
        is("GET /me", 401, front.get("me"));
        is("GET /devices", 401, front.get("devices"));
        is(
                "POST /forgot-password",
                200,
                front.post("forgot-password", Json.object().put("email", person.email())));
        String reset = realm.mailbox().next(person.email()).token();
        is("POST /reset-password/{token}", 400, front.post("reset-password/" + reset, password("short")));
        is(
                "POST /reset-password/{token}",
                200,
                front.post("reset-password/" + reset, password("a new horse is correct")));
        is("GET /start", 303, front.get("start"));
        is("GET /start", 400, front.get("start?return_to=https://evil.example.org/"));
        is("GET /callback", 400, front.get("callback?state=x&code=y"));
        for (String operation : described.operations()) {
            refusals(operation);
        }
        assertThat(seen).isEqualTo(described.operations());
    }

    private void refusals(String operation) {
        String endpoint = operation.substring(operation.indexOf('/') + 1).replace("{token}", "x");
        if (operation.startsWith("POST")) {
            is(operation, 403, front.post(endpoint, "{}", EVIL));
            is(operation, 415, front.post(endpoint, "{}", Map.of("Content-Type", "text/plain")));
            is(operation, 400, front.post(endpoint, "[]", Map.of()));
            is(operation, 413, front.post(endpoint, " ".repeat(70_000), Map.of()));
            is(operation, 404, new Front(realm.url() + "/keyward/auth/clients/nobody").post(endpoint));
        }
    }

    @Test
    void whatIsNotDescribedIsNotThere() {
        for (String endpoint : List.of("", "users", "token", "me/me", "login/x")) {
            assertThat(front.get(endpoint).status()).as(endpoint).isIn(404, 405);
        }
        assertThat(front.get("login").status()).isIn(404, 405);
        assertThat(front.post("me").status()).isIn(404, 405);
    }

    private void is(String operation, int status, Answer answer) {
        assertThat(answer.status()).as("%s: %s", operation, answer.body()).isEqualTo(status);
        described.assertDescribes(operation, answer);
        seen.add(operation);
    }

    private static JsonNode password(String password) {
        return Json.object().put("password", password);
    }
}
