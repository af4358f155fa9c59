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
            refused(grant, account.id(), attempt.go());
        } else {
            Account account = accounts.of(kind);
            refused(grant, account.id(), grant.prepare(account).go());
        }
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
        assertThat(admin.get("/events?max=100&user=" + userId))
                .as("events of the user; it ended at " + outcome.end())
                .anyMatch(Matrix::tellsOfMissingProof);
    }

    private static void clearlyRefused(Grant grant, Outcome outcome) {
        assertThat(outcome.error())
                .as("OAuth error; it ended at " + outcome.end())
                .isPresent();
        OAuthError error = outcome.error().orElseThrow();
        assertThat(error.error()).as(outcome.end()).isIn(grant.refusals());
        assertThat(error.status()).as(outcome.end()).isIn(OAuthError.BY_REDIRECT, 400, 401, 403);
        if (grant.refusalSaysWhy()) {
            assertThat(error.description()).as(outcome.end()).containsIgnoringCase("not verified");
        }
    }

    /** Refused for it, or asked to prove it. */
    private static boolean tellsOfMissingProof(JsonNode event) {
        return "email_not_verified".equals(event.path("error").asText())
                || "SEND_VERIFY_EMAIL".equals(event.path("type").asText());
    }
}
