package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A realm that hashes with bcrypt. The cost is low, for the sake of time. */
class BcryptIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            .with(definition -> definition.put("passwordPolicy", "hashAlgorithm(bcrypt) and hashIterations(5)"));

    /** Of the password {@code U*U}, from the test vectors of Openwall's crypt_blowfish. */
    private static final String IMPORTED = "05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    @Test
    void aNewPasswordIsHashedWithBcryptAndEachOfItsBytesCounts() {
        Person person = Person.ada().withPassword("p".repeat(200) + "1");
        String id = realm.admin().createProvedUser(person);

        assertThat(stored(id).path("algorithm").asText()).isEqualTo("bcrypt");
        assertThat(signIn(person)).isEqualTo(200);
        assertThat(signIn(person.withPassword("p".repeat(200) + "2"))).isEqualTo(400);
        assertThat(signIn(person.withPassword("p".repeat(72)))).isEqualTo(400);
    }

    /** bcrypt by itself stops after 72 bytes, and some of its implementations at a NUL. */
    @ParameterizedTest
    @CsvSource({
        "x, 72, 1, 2",
        "x, 199, 1, 2",
        "\u00e9, 36, a, b",
        "\uD83D\uDD11, 18, \uD83D\uDC31, \uD83D\uDC36",
        "\u043f, 100, \u0430, \u0431"
    })
    void passwordsThatDifferOnlyAtTheEndAreDifferent(String character, int times, String end, String otherEnd) {
        Person person = Person.ada().withPassword(character.repeat(times) + end);
        realm.admin().createProvedUser(person);

        assertThat(signIn(person)).isEqualTo(200);
        assertThat(signIn(person.withPassword(character.repeat(times) + otherEnd)))
                .isEqualTo(400);
        assertThat(signIn(person.withPassword(character.repeat(times)))).isEqualTo(400);
    }

    @Test
    void tenKilobytesAreAPasswordLikeAnother() {
        Person person = Person.ada().withPassword("\u00e9".repeat(5_000) + "1");
        realm.admin().createProvedUser(person);

        assertThat(signIn(person)).isEqualTo(200);
        assertThat(signIn(person.withPassword("\u00e9".repeat(5_000) + "2"))).isEqualTo(400);
    }

    @Test
    void anotherCostIsTakenAtTheNextSignIn() {
        Person person = Person.ada();
        String id = realm.admin().createProvedUser(person);
        assertThat(stored(id).path("hashIterations").asInt()).isEqualTo(5);
        realm.admin()
                .changeRealm(changed -> changed.put("passwordPolicy", "hashAlgorithm(bcrypt) and hashIterations(6)"));
        try {
            assertThat(signIn(person.withPassword("wrong"))).isEqualTo(400);
            assertThat(stored(id).path("hashIterations").asInt()).isEqualTo(5);
            assertThat(signIn(person)).isEqualTo(200);
            assertThat(stored(id).path("hashIterations").asInt()).isEqualTo(6);
            assertThat(signIn(person)).isEqualTo(200);
        } finally {
            realm.admin()
                    .changeRealm(
                            changed -> changed.put("passwordPolicy", "hashAlgorithm(bcrypt) and hashIterations(5)"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
    void anImportedHashVerifiesAndIsUpgradedAtTheNextSignIn(String version) {
        Person person = Person.ada().withPassword("U*U");
        String id = imported(person, version + IMPORTED);
        assertThat(stored(id).at("/additionalParameters/scheme").isMissingNode())
                .isTrue();

        assertThat(signIn(person.withPassword("U*V"))).isEqualTo(400);
        assertThat(signIn(person)).isEqualTo(200);
        assertThat(stored(id).at("/additionalParameters/scheme").toString()).contains("hmac-sha384");
        assertThat(signIn(person)).isEqualTo(200);
    }

    @Test
    void aHashOfTheFaultyVersionIsRefused() {
        Person person = Person.ada().withPassword("U*U");
        imported(person, "$2x$" + IMPORTED);
        assertThat(signIn(person)).isEqualTo(400);
    }

    private static int signIn(Person person) {
        return realm.direct().password(person.email(), person.password()).status();
    }

    private static JsonNode stored(String userId) {
        for (JsonNode credential : realm.admin().get("/users/" + userId + "/credentials")) {
            if (credential.path("type").asText().equals("password")) {
                return Json.read(credential.path("credentialData").asText());
            }
        }
        throw new AssertionError("the user has no password");
    }

    private static String imported(Person person, String hash) {
        ObjectNode user = Json.object()
                .put("username", person.email())
                .put("email", person.email())
                .put("firstName", person.firstName())
                .put("enabled", true);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put(
                        "secretData",
                        Json.object().put("value", hash).put("salt", "").toString())
                .put(
                        "credentialData",
                        Json.object()
                                .put("algorithm", "bcrypt")
                                .put("hashIterations", 5)
                                .toString());
        String id = realm.admin().createUser(user);
        realm.admin().vouch(id);
        return id;
    }
}
