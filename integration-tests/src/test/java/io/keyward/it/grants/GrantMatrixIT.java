package io.keyward.it.grants;

import io.keyward.it.harness.AuthenticationChannel;
import io.keyward.it.harness.TestRealm;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The realm as it ships: no way of Keycloak's leads to a token for an account whose address is not proved. */
class GrantMatrixIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(Layers::namesApartFromAddresses);

    private static final AssertionIssuer issuer = new AssertionIssuer();

    private static AuthenticationDevice phone;
    private static Matrix matrix;

    @BeforeAll
    static void open() {
        matrix = Matrix.in(realm);
        issuer.install(realm.admin());
        phone = new AuthenticationDevice(AuthenticationChannel.port());
    }

    @AfterAll
    static void close() {
        phone.close();
    }

    static Stream<Row> rows() {
        Rows rows = matrix.rows();
        return Stream.of(rows.common(), rows.special(phone, issuer), rows.adminDeeds())
                .flatMap(some -> some);
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
}
