package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token that is bound to a key (RFC 9449) is replaced for whoever has the key, by one that is bound to it as well. */
class BoundTokensIT {

    @RegisterExtension
    static final TestRealm REALM = TestRealm.shipped().withClient(boundApp());

    private final DpopKey own = new DpopKey();
    private final DpopKey other = new DpopKey();

    @Test
    void aBoundTokenKeepsItsBinding() {
        Person person = Person.ada();
        REALM.admin().createProvedUser(person);
        TokenAnswer first =
                token(own, Map.of("grant_type", "password", "username", person.email(), "password", person.password()));
        assertThat(first.status()).as("%s", first.json()).isEqualTo(200);
        assertThat(boundTo(first)).isEqualTo(own.thumbprint());

        Line.refused(refresh(other, first));
        assertThat(REALM.client("bound-app", null).refresh(first.refreshToken()).holdsNoToken())
                .as("without a proof")
                .isTrue();
        Ledger ledger = new Ledger(REALM.keyward());
        assertThat(ledger.generation(first.refreshToken()))
                .as("who lacks the key moves nothing")
                .isZero();

        TokenAnswer second = refresh(own, first);
        assertThat(second.status()).as("%s", second.json()).isEqualTo(200);
        assertThat(boundTo(second)).isEqualTo(own.thumbprint());

        // A repeat within the grace: the same token, bound to the same key, and still to no other.
        TokenAnswer again = refresh(own, first);
        assertThat(RefreshTokens.id(again)).isEqualTo(RefreshTokens.id(second));
        assertThat(boundTo(again)).isEqualTo(own.thumbprint());
        Line.refused(refresh(other, first));
        Line.refused(refresh(other, second));
        assertThat(refresh(own, again).status()).isEqualTo(200);
    }

    private TokenAnswer refresh(DpopKey key, TokenAnswer of) {
        return token(key, Map.of("grant_type", "refresh_token", "refresh_token", of.refreshToken()));
    }

    private TokenAnswer token(DpopKey key, Map<String, String> form) {
        return key.token(REALM.client("bound-app", null), form);
    }

    private static String boundTo(TokenAnswer answer) {
        return TokenAnswer.claims(answer.refreshToken()).path("cnf").path("jkt").asText();
    }

    private static ObjectNode boundApp() {
        ObjectNode client = Json.object()
                .put("clientId", "bound-app")
                .put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true);
        client.putObject("attributes").put("dpop.bound.access.tokens", "true");
        return client;
    }
}
