package io.keyward.it.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The outbox of one realm as its administrators see it, and ways to put mail into it. */
final class MailApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestRealm realm;

    MailApi(TestRealm realm) {
        this.realm = realm;
    }

    Answer send(String method, String path) {
        return realm.admin().send(method, "/keyward/mails" + path, null);
    }

    JsonNode get(String path) {
        return send("GET", path).ok().json();
    }

    JsonNode one(String id) {
        return get("/" + id);
    }

    String status(String id) {
        return one(id).get("status").asText();
    }

    /** The ids of a page, in its order. */
    List<String> ids(String query) {
        return elements(get("?" + query).get("mails")).stream()
                .map(mail -> mail.get("id").asText())
                .toList();
    }

    /** Has an administrator change the password of the user, which its owner is told by mail; gives the id of that mail. */
    String tell(String userId) {
        List<String> before = ids("user=" + userId + "&max=200");
        realm.admin().setPassword(userId, "Told-" + UUID.randomUUID());
        List<String> after = ids("user=" + userId + "&max=200");
        assertThat(after).as("written with the change").hasSize(before.size() + 1);
        return after.get(0);
    }

    void awaitStatus(String id, String status) {
        await("mail to be " + status).atMost(PATIENCE).until(() -> status(id), status::equals);
    }

    /** Puts a mail that waits an hour off, so that no courier takes it meanwhile. Its server must be dead. */
    void putOff(String id) {
        await("the mail to wait")
                .atMost(PATIENCE)
                .until(() -> realm.database()
                                .update(
                                        "update keyward_mail set due_at = ? where id = ?"
                                                + " and status in ('queued', 'retrying')",
                                        System.currentTimeMillis() + 3_600_000,
                                        id)
                        == 1);
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
