package io.keyward.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.TestRealm;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keycloak's own actions about addresses, off as the realm ships, when an admin has enabled them (keycloak/keycloak#33513). */
class ActionGrantMatrixIT {

    @RegisterExtension
    static final TestRealm realm =
            TestRealm.shipped().with(Layers::namesApartFromAddresses).with(Layers::keycloaksActions);

    private static Matrix matrix;

    @BeforeAll
    static void open() {
        matrix = Matrix.in(realm);
    }

    static Stream<Row> rows() {
        return matrix.rows().actions();
    }

    static Stream<Arguments> refusals() {
        return Matrix.refusals(Stream.concat(rows(), Stream.of(matrix.rows().updateEmail())));
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

    /** The code that ends the action would speak for an address that nobody has proved. */
    @Test
    void updateEmailVoidsTheProofBeforeItLeadsBack() {
        Account account = matrix.accounts().proved();
        Grant updateEmail = matrix.rows().updateEmail().grant();
        matrix.refused(updateEmail, account.id(), updateEmail.prepare(account).go());
        assertThat(realm.admin().get("/users/" + account.id()).get("email").asText())
                .isNotEqualTo(account.address());
    }
}
