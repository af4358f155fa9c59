package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A realm that does not ask for it is as plain Keycloak makes it; one that begins to ask signs nobody out. */
class AdoptionIT {

    private static final String ACTION = "/authentication/required-actions/keyward-devices";

    @RegisterExtension
    final TestRealm realm = TestRealm.shipped().withClient(Clients.api()).with(AdoptionIT::notAsked);

    private final Person person = Person.ada();

    @BeforeEach
    void account() {
        realm.admin().createProvedUser(person);
    }

    @Test
    void aRealmThatHasNotAskedIsPlainKeycloak() {
        Line line = signIn("openid").refreshed(2);
        for (int i = 0; i < 2; i++) {
            assertThat(line.present(0).status()).isEqualTo(200);
        }
        assertThat(RefreshTokens.chain(line.newest().refreshToken())).isNull();
        assertThat(realm.database().rowsOfRealm(realm.id()))
                .doesNotContainKeys("KEYWARD_REFRESH_CHAIN", "KEYWARD_DEVICE", "KEYWARD_DEVICE_SESSION");

        realm.admin().changeRealm(settings -> settings.put("revokeRefreshToken", true));
        Line strict = signIn("openid").refreshed(1);
        TokenAnswer reused = strict.present(0);
        Line.refused(reused);
        assertThat(reused.errorDescription()).isEqualTo("Maximum allowed refresh token reuse exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid offline_access"})
    void tokensFromBeforeBeginLines(String scope) {
        Line line = signIn(scope);
        TokenAnswer older = line.first();
        line.refreshed(1);
        ask();

        // Nothing tells the two from those of two tabs.
        line.refreshed(2);
        assertThat(RefreshTokens.generation(line.newest())).isEqualTo(2);
        TokenAnswer tab = line.client().refresh(older.refreshToken());
        assertThat(tab.status()).as("%s", tab.json()).isEqualTo(200);
        assertThat(RefreshTokens.chain(tab.refreshToken()))
                .isNotEqualTo(RefreshTokens.chain(line.newest().refreshToken()));

        // But each of them is used once.
        new Ledger(realm.keyward()).age(tab.refreshToken(), Duration.ofSeconds(20));
        Line.refused(line.client().refresh(older.refreshToken()));
        Line.refused(line.client().refresh(line.newest().refreshToken()));
        assertThat(Clients.active(realm, line.newest().accessToken())).isFalse();
    }

    @Test
    void tokensOfOneCodeExchangeAreOneLine() {
        realm.admin().changeRealm(settings -> settings.put("revokeRefreshToken", true));
        Line line = signIn("openid").refreshed(1);
        ask();
        realm.admin().changeRealm(settings -> settings.put("revokeRefreshToken", false));
        line.refreshed(1);
        assertThat(RefreshTokens.generation(line.newest())).isEqualTo(1);
        Line.refused(line.present(0));
        Line.refused(line.client().refresh(line.newest().refreshToken()));
    }

    private Line signIn(String scope) {
        return new Line(realm.direct(), realm.direct().password(person.email(), person.password(), scope));
    }

    private void ask() {
        ObjectNode action = (ObjectNode) realm.admin().get(ACTION);
        realm.admin().put(ACTION, action.put("enabled", true));
    }

    private static void notAsked(ObjectNode definition) {
        definition.withArray("/requiredActions").forEach(action -> {
            if (action.path("alias").asText().equals("keyward-devices")) {
                ((ObjectNode) action).put("enabled", false);
            }
        });
    }
}
