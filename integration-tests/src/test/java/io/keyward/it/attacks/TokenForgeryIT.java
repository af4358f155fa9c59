package io.keyward.it.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP ASVS 5.0, chapter 9: tokens that somebody made, changed, or took for another purpose, at every door that takes one. */
class TokenForgeryIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().withClient(Doors.client());

    private final Person person = Person.ada();
    private final Doors doors = new Doors(realm);
    private TokenAnswer good;

    @BeforeEach
    void aGoodToken() {
        realm.admin().createProvedUser(person);
        good = client().password(person.email(), person.password(), "openid keyward-devices");
        assertThat(doors.answers(good.accessToken()))
                .containsEntry("userinfo", 200)
                .containsEntry("me", 200)
                .containsEntry("me by cookie", 200)
                .containsEntry("check", 200)
                .containsEntry("devices", 200)
                .containsEntry("administrator's mails", 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void withoutASignature(String algorithm) {
        opensNothing(new ForgedToken(good.accessToken()).unsigned(algorithm));
    }

    @Test
    void withOtherClaims() {
        String admin = realm.admin().createProvedUser(Person.ada());
        opensNothing(new ForgedToken(good.accessToken()).withOtherClaims(claims -> claims.put("sub", admin)));
        opensNothing(new ForgedToken(good.accessToken())
                .withOtherClaims(claims -> claims.put("exp", claims.get("exp").asLong() + 1)));
        opensNothing(new ForgedToken(good.accessToken())
                .withOtherClaims(claims -> claims.withObject("/realm_access")
                        .putArray("roles")
                        .add("admin")
                        .add("realm-admin")));
    }

    @Test
    void ofAnotherKey() {
        opensNothing(new ForgedToken(good.accessToken()).byAnotherKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwk", "jku", "x5u"})
    void ofAKeyThatTheTokenNames(String member) {
        opensNothing(new ForgedToken(good.accessToken())
                .byAKeyOfTheHeader(member, realm.appServer().url() + "/keys"));
    }

    @Test
    void signedWithThePublicKeyAsASecret() {
        String key = Http.get(realm.url()).ok().json().get("public_key").asText();
        opensNothing(new ForgedToken(good.accessToken())
                .byThePublicKeyAsSecret(Base64.getDecoder().decode(key)));
        opensNothing(new ForgedToken(good.accessToken())
                .byThePublicKeyAsSecret(("-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    @Test
    void ofAnotherKind() {
        opensNothing(good.idToken());
        opensNothing(good.refreshToken());
        assertThat(client().refresh(good.accessToken()).holdsNoToken()).isTrue();
        assertThat(client().refresh(good.idToken()).holdsNoToken()).isTrue();
        assertThat(client().refresh(good.refreshToken()).status()).isEqualTo(200);
    }

    /** Of the same kind and server, for another purpose: the administrator of everything is nobody in this realm. */
    @Test
    void ofAnotherRealm() {
        String admins = realm.keyward().admin().token();
        Map<String, Integer> answers = doors.answers(admins);
        answers.keySet().removeIf(door -> door.startsWith("administrator"));
        assertThat(answers)
                .allSatisfy((door, status) -> assertThat(status).as(door).isEqualTo(401));
    }

    @Test
    void afterItsTime() {
        realm.admin()
                .changeClient(
                        Doors.CLIENT, client -> client.withObject("/attributes").put("access.token.lifespan", "2"));
        try {
            String brief = client().password(person.email(), person.password(), "openid keyward-devices")
                    .accessToken();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> realm.app().userinfo(brief).status() == 401);
            opensNothing(brief);
        } finally {
            realm.admin()
                    .changeClient(
                            Doors.CLIENT,
                            client -> client.withObject("/attributes").put("access.token.lifespan", ""));
        }
    }

    /** A token says who it is by an id that no other account will ever have, not by a name or an address. */
    @Test
    void anAccountThatTakesOverTheNameIsSomebodyElse() {
        JsonNode before = good.claims();
        realm.admin().deleteUser(before.get("sub").asText());
        String successor = realm.admin().createProvedUser(person);
        assertThat(successor).isNotEqualTo(before.get("sub").asText());
        opensNothing(good.accessToken());
        assertThat(client().refresh(good.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    private void opensNothing(String token) {
        assertThat(doors.answers(token))
                .allSatisfy((door, status) -> assertThat(status).as(door).isEqualTo(401));
    }

    private static OAuthClient client() {
        return realm.client(Doors.CLIENT, null);
    }
}
