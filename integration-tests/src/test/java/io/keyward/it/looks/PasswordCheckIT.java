package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page asks while a password is being chosen. */
@Tag("long")
class PasswordCheckIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|purple lantern under gravel|",
                "|kq7!vzr2|length",
                "|short|keyward-common-passwords length",
                "|password123password|keyward-common-passwords",
                "ada@example.org|Ada@Example.org and more|notContainsUsername",
                "ada@example.org|ada@example.org|notContainsUsername notEmail notUsername",
            })
    void saysWhichPoliciesRefuse(String username, String password, String refused) {
        Answer answer = ask(Json.object()
                .put("username", username == null ? "" : username)
                .put("password", password)
                .toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(StreamSupport.stream(answer.json().get("refused").spliterator(), false)
                        .map(id -> id.asText())
                        .toList())
                .isEqualTo(refused == null ? List.of() : List.of(refused.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"secret\"", "{\"username\": \"ada\"}", "{\"password\": 7}"})
    void whatIsNoQuestionIsRefusedAndNotRepeated(String body) {
        Answer answer = ask(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("secret", "ada");
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(ask("{\"password\": \"" + "x".repeat(9_000) + "\"}").status())
                .isEqualTo(400);
    }

    /** So that no page of another site can send it without being asked for leave. */
    @Test
    void onlyJsonIsTaken() {
        Answer answer = Http.send(Http.request(realm.url() + "/keyward/password-check")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"password\": \"secret\"}")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(Http.get(realm.url() + "/keyward/password-check").status()).isEqualTo(405);
    }

    private static Answer ask(String body) {
        return Http.send(Http.request(realm.url() + "/keyward/password-check")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
