package io.keyward.it.grants;

import io.keyward.it.harness.TestRealm;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The client policy refuses by itself: the flows are Keycloak's own, and the required action and its guard are off. */
@Tag("long")
class ClientPolicyAloneGrantMatrixIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            .with(Layers::namesApartFromAddresses)
            .with(Layers::keycloaksFlows)
            .with(Layers::noRequiredAction);

    private static Matrix matrix;

    @BeforeAll
    static void open() {
        // Keycloak's own action about the profile waits for them.
        matrix = Matrix.in(realm).orInKeycloaksWords(EnumSet.of(UserKind.NO_ADDRESS));
    }

    static Stream<Row> rows() {
        return matrix.rows().common();
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
