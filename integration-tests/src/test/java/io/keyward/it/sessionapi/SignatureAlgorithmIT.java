package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A realm that signs by another algorithm than the one that ships. */
class SignatureAlgorithmIT {

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void fromSignInToSignOut(String algorithm) {
        realm.admin().changeRealm(settings -> settings.put("defaultSignatureAlgorithm", algorithm));
        Person person = Person.ada();
        String id = realm.admin().createProvedUser(person);
        Front front = Front.of(realm);
        assertThat(front.login(person).status()).isEqualTo(200);
        String token = front.browser().cookie("access_token");
        assertThat(algorithmOf(token)).isEqualTo(algorithm);
        assertThat(front.get("check").header("X-Auth-User")).isEqualTo(id);
        assertThat(front.post("refresh").status()).isEqualTo(200);
        assertThat(front.get("me").status()).isEqualTo(200);

        String changed = token.substring(0, token.lastIndexOf('.') + 1)
                + new StringBuilder(token.substring(token.lastIndexOf('.') + 1)).reverse();
        refused(
                Http.send(Http.request(front.at("check"))
                        .header("Authorization", "Bearer " + changed)
                        .GET()),
                401,
                "not_signed_in");

        assertThat(front.post("logout").status()).isEqualTo(200);
        refused(
                Http.send(Http.request(front.at("check"))
                        .header("Authorization", "Bearer " + token)
                        .GET()),
                401,
                "not_signed_in");
    }

    private static String algorithmOf(String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        return Json.read(header).get("alg").asText();
    }
}
