package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With Keycloak's own "Revoke Refresh Token" on as well, the ledger decides just the same. */
class StrictModeIT {

    @RegisterExtension
    static final TestRealm REALM = TestRealm.shipped()
            .withClient(Clients.api())
            .withRequiredAction("keyward-devices", "rotation-grace", "60")
            .with(realm -> realm.put("revokeRefreshToken", true).put("refreshTokenMaxReuse", 0));

    private final Person person = Person.ada();

    @BeforeEach
    void account() {
        REALM.admin().createProvedUser(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid offline_access"})
    void repeatsWithinTheGraceGetTheSameSuccessorAndTheLineGoesOn(String scope) {
        Line line = signIn(scope).refreshed(1);
        for (int i = 0; i < 3; i++) {
            TokenAnswer again = line.present(0);
            assertThat(again.status()).as("%s", again.json()).isEqualTo(200);
            assertThat(RefreshTokens.id(again)).isEqualTo(RefreshTokens.id(line.newest()));
        }
        line.refreshed(2);
        assertThat(Clients.active(REALM, line.newest().accessToken())).isTrue();
        assertThat(introspected(line, 3)).isTrue();
        assertThat(introspected(line, 2)).as("within the grace").isTrue();
        assertThat(introspected(line, 1)).isFalse();
    }

    @Test
    void manyThreadsWithOneTokenGetOneSuccessor() throws Exception {
        Line line = signIn("openid");
        List<TokenAnswer> answers = RotationIT.atOnce(10, line.first().refreshToken(), line);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
            assertThat(RefreshTokens.id(answer)).isEqualTo(RefreshTokens.id(answers.get(0)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid offline_access"})
    void theGrandparentEndsTheSession(String scope) {
        Line line = signIn(scope).refreshed(2);
        Line.refused(line.present(0));
        Ended.byReuse(REALM, person, line, "stale-lineage");
    }

    @Test
    void thePredecessorAfterTheGraceEndsTheSession() {
        Line line = signIn("openid").refreshed(2);
        new Ledger(REALM.keyward()).age(line.newest().refreshToken(), Duration.ofSeconds(120));
        Line.refused(line.present(1));
        Ended.byReuse(REALM, person, line, "recent");
    }

    private Line signIn(String scope) {
        return new Line(REALM.direct(), REALM.direct().password(person.email(), person.password(), scope));
    }

    private static boolean introspected(Line line, int generation) {
        return line.client()
                .post(
                        "token/introspect",
                        Map.of("token", line.at(generation).refreshToken(), "token_type_hint", "refresh_token"))
                .ok()
                .json()
                .get("active")
                .asBoolean();
    }
}
