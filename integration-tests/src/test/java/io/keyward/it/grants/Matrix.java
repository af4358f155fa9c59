package io.keyward.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.it.harness.TestRealm;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One realm, in which every row meets every kind of user: with nothing proved there is no token, and somebody sees why. */
final class Matrix {

    private static final Set<UserKind> AMISS = EnumSet.complementOf(EnumSet.of(UserKind.PROVED));

    private final RealmAdmin admin;
    private final GrantClient client;
    private final Accounts accounts;
    private Set<UserKind> inKeycloaksWords = EnumSet.noneOf(UserKind.class);

    private Matrix(RealmAdmin admin, GrantClient client) {
        this.admin = admin;
        this.client = client;
        this.accounts = new Accounts(admin, client);
    }

    static Matrix in(TestRealm realm) {
        GrantClient.install(realm.admin());
        GrantClient client = new GrantClient(realm.url(), realm.client(GrantClient.ID, GrantClient.SECRET));
        return new Matrix(realm.admin(), client);
    }

    /**
     * Where a required action stops a password grant, Keycloak refuses by itself and in its own words.
     *
     * @param kinds of users that one waits for in this realm
     */
    Matrix orInKeycloaksWords(Set<UserKind> kinds) {
        inKeycloaksWords = kinds;
        return this;
    }

    Rows rows() {
        return new Rows(client, admin);
    }

    GrantClient client() {
        return client;
    }

    Accounts accounts() {
        return accounts;
    }

    /** Each row with each kind of user that has something amiss. */
    static Stream<Arguments> refusals(Stream<Row> rows) {
        return rows.flatMap(row -> AMISS.stream().map(kind -> Arguments.of(row, kind)));
    }

    void refuses(Row row, UserKind kind) {
        Grant grant = row.grant();
        if (grant.preparedWhileProved()) {
            Account account = accounts.proved();
            Grant.Attempt attempt = grant.prepare(account);
            accounts.turn(account, kind);
            refuses(grant, kind, account, attempt);
        } else {
            Account account = accounts.of(kind);
            refuses(grant, kind, account, grant.prepare(account));
        }
    }

    private void refuses(Grant grant, UserKind kind, Account account, Grant.Attempt attempt) {
        long before = refusalsInKeycloaksWords();
        Outcome outcome = attempt.go();
        if (inKeycloaksWords.contains(kind) && inKeycloaksWords(outcome)) {
            assertThat(outcome.tokens())
                    .as("tokens; it ended at " + outcome.end())
                    .isEmpty();
            assertThat(refusalsInKeycloaksWords()).as("events").isGreaterThan(before);
        } else {
            refused(grant, account.id(), outcome);
        }
    }

    private static boolean inKeycloaksWords(Outcome outcome) {
        return outcome.error()
                .filter(error -> error.error().equals("invalid_grant"))
                .filter(error -> "Account is not fully set up".equals(error.description()))
                .isPresent();
    }

    /** These events name no user. */
    private long refusalsInKeycloaksWords() {
        long count = 0;
        for (JsonNode event : admin.get("/events?type=LOGIN_ERROR&max=1000")) {
            count += event.path("error").asText().equals("resolve_required_actions") ? 1 : 0;
        }
        return count;
    }

    /** The same driver gets tokens for somebody who has proved the address; else a refusal would show nothing. */
    void allows(Row row) {
        Outcome outcome = row.grant().prepare(accounts.proved()).go();
        assertThat(outcome.tokens()).as(outcome.end()).contains("access_token");
    }

    void refused(Grant grant, String userId, Outcome outcome) {
        assertThat(outcome.tokens()).as("tokens; it ended at " + outcome.end()).isEmpty();
        if (!outcome.waitsForProof()) {
            clearlyRefused(grant, outcome);
        }
        if (grant.refusalTells()) {
            assertThat(admin.get("/events?max=100&user=" + userId))
                    .as("events of the user; it ended at " + outcome.end())
                    .anyMatch(Matrix::tellsOfMissingProof);
        }
    }

    private void clearlyRefused(Grant grant, Outcome outcome) {
        assertThat(outcome.error())
                .as("OAuth error; it ended at " + outcome.end())
                .isPresent();
        OAuthError error = outcome.error().orElseThrow();
        assertThat(error.error()).as(outcome.end()).isIn(grant.refusals());
        assertThat(error.status()).as(outcome.end()).isIn(OAuthError.BY_REDIRECT, 400, 401, 403);
        if (grant.refusalTells()) {
            assertThat(error.description()).as(outcome.end()).isEqualTo("Email address is not verified");
        }
    }

    /** Refused for it, or asked to prove it. */
    private static boolean tellsOfMissingProof(JsonNode event) {
        String error = event.path("error").asText();
        return error.equals("email_not_verified")
                || "SEND_VERIFY_EMAIL".equals(event.path("type").asText());
    }
}
