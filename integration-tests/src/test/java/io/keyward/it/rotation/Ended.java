package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.List;

/** What is seen of a line that ended because a token came back. */
final class Ended {

    private Ended() {}

    static void byReuse(TestRealm realm, Person person, Line line, String kind) {
        Line.refused(line.client().refresh(line.newest().refreshToken()));
        assertThat(Clients.active(realm, line.newest().accessToken()))
                .as("the newest access token")
                .isFalse();
        assertThat(new Ledger(realm.keyward()).ending(line.first().refreshToken()))
                .containsExactly("reuse-" + kind);
        List<JsonNode> events = events(realm, person);
        assertThat(events).hasSize(1);
        JsonNode details = events.get(0).get("details");
        assertThat(details.path("reuse").asText()).isEqualTo(kind);
        assertThat(details.path("chain").asText())
                .isEqualTo(RefreshTokens.chain(line.newest().refreshToken()));
        assertThat(details.path("device_id").asText()).hasSize(36);
        assertThat(events.get(0).path("sessionId").asText())
                .isEqualTo(RefreshTokens.session(line.first().refreshToken()));
    }

    static List<JsonNode> events(TestRealm realm, Person person) {
        return realm.admin().events("REFRESH_TOKEN_ERROR", realm.admin().userId(person.email())).stream()
                .filter(event -> event.path("error").asText().equals("refresh_token_reuse"))
                .toList();
    }
}
