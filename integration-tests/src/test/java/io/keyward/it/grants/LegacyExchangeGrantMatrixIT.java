package io.keyward.it.grants;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keycloak's legacy token exchange, a preview feature that the server may have been built without. */
class LegacyExchangeGrantMatrixIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(Layers::namesApartFromAddresses);

    private static Matrix matrix;
    private static GrantClient legacy;
    private static Account operator;

    @BeforeAll
    static void open() {
        assumeTrue(serverHasIt(), "the server was built without the feature token-exchange");
        matrix = Matrix.in(realm);
        GrantClient.install(realm.admin(), GrantClient.LEGACY_ID, false);
        legacy = new GrantClient(realm.url(), realm.client(GrantClient.LEGACY_ID, GrantClient.SECRET));
        operator = matrix.accounts().proved();
        allowImpersonation(operator);
    }

    static Stream<Row> rows() {
        return matrix.rows().legacyExchange(legacy, operator);
    }

    static Stream<Arguments> refusals() {
        return Matrix.refusals(rows());
    }

    @ParameterizedTest(name = "{0} / {1}")
    @MethodSource("refusals")
    void noToken(Row row, UserKind kind) {
        matrix.refuses(row, kind);
    }

    @ParameterizedTest(name = "{0} / address proved")
    @MethodSource("rows")
    void tokens(Row row) {
        matrix.allows(row);
    }

    private static void allowImpersonation(Account account) {
        String client = realm.admin().clientUuid("realm-management");
        JsonNode role = realm.admin().get("/clients/" + client + "/roles/impersonation");
        realm.admin()
                .send(
                        "POST",
                        "/users/" + account.id() + "/role-mappings/clients/" + client,
                        Json.array().add(role))
                .ok();
    }

    private static boolean serverHasIt() {
        JsonNode features = Http.send(Http.request(realm.keyward().url() + "/admin/serverinfo")
                        .header(
                                "Authorization",
                                "Bearer " + realm.keyward().admin().token())
                        .GET())
                .ok()
                .json()
                .get("features");
        return StreamSupport.stream(features.spliterator(), false)
                .anyMatch(feature -> feature.get("name").asText().equals("TOKEN_EXCHANGE")
                        && feature.get("enabled").asBoolean());
    }
}
