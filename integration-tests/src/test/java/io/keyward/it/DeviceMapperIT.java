package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The device in tokens, and the scopes of the realm definition that carry it. */
class DeviceMapperIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(DeviceMapperIT::introspectable);

    /** With everything switched on. */
    @RegisterExtension
    static final TestRealm telling = TestRealm.shipped()
            .with(definition -> mapper(
                    definition,
                    config -> config.put("device.name", "true")
                            .put("device.type", "true")
                            .put("access.tokenResponse.claim", "true")));

    /** With everything switched off. */
    @RegisterExtension
    static final TestRealm silent = TestRealm.shipped()
            .with(DeviceMapperIT::introspectable)
            .with(definition -> mapper(
                    definition,
                    config -> config.put("access.token.claim", "false")
                            .put("id.token.claim", "false")
                            .put("userinfo.token.claim", "false")
                            .put("introspection.token.claim", "false")));

    @Test
    void theIdIsInEveryTokenAndNothingElse() {
        TokenAnswer tokens = signIn(realm);
        String id = tokens.claims().get("device_id").asText();

        assertThat(TokenAnswer.claims(tokens.idToken()).get("device_id").asText())
                .isEqualTo(id);
        JsonNode userinfo = realm.direct().userinfo(tokens.accessToken()).ok().json();
        assertThat(userinfo.get("device_id").asText()).isEqualTo(id);
        JsonNode introspected =
                realm.direct().introspect(tokens.accessToken()).ok().json();
        assertThat(introspected.get("active").asBoolean()).isTrue();
        assertThat(introspected.get("device_id").asText()).isEqualTo(id);
        assertThat(tokens.json().has("device_id")).as("beside the tokens").isFalse();
        for (JsonNode claims : List.of(tokens.claims(), userinfo, introspected)) {
            assertThat(claims.has("device_name")).isFalse();
            assertThat(claims.has("device_type")).isFalse();
        }
    }

    @Test
    void aRefreshKeepsIt() {
        TokenAnswer tokens = signIn(realm);
        TokenAnswer refreshed = realm.direct().refresh(tokens.refreshToken());
        assertThat(refreshed.claims().get("device_id"))
                .isEqualTo(tokens.claims().get("device_id"));
    }

    @Test
    void nameAndTypeWhereTheyAreWanted() {
        TokenAnswer tokens = signIn(telling);

        assertThat(tokens.claims().get("device_type").asText()).isEqualTo("other");
        assertThat(tokens.claims().get("device_name").asText()).isNotBlank();
        assertThat(tokens.json().get("device_id")).isEqualTo(tokens.claims().get("device_id"));
        assertThat(telling.direct()
                        .userinfo(tokens.accessToken())
                        .ok()
                        .json()
                        .get("device_type")
                        .asText())
                .isEqualTo("other");
    }

    @Test
    void nowhereWhereItIsNotWanted() {
        TokenAnswer tokens = signIn(silent);

        assertThat(tokens.claims().has("device_id")).isFalse();
        assertThat(TokenAnswer.claims(tokens.idToken()).has("device_id")).isFalse();
        assertThat(silent.direct().userinfo(tokens.accessToken()).ok().json().has("device_id"))
                .isFalse();
        JsonNode introspected =
                silent.direct().introspect(tokens.accessToken()).ok().json();
        assertThat(introspected.get("active").asBoolean()).isTrue();
        assertThat(introspected.has("device_id")).isFalse();
    }

    @Test
    void aServiceAccountIsOnNoDevice() {
        assertThat(realm.direct().clientCredentials().claims().has("device_id")).isFalse();
        assertThat(realm.database()
                        .count(
                                "select count(*) from keyward_device where realm_id = ? and user_id in"
                                        + " (select id from user_entity where service_account_client_link is not null)",
                                realm.id()))
                .isZero();
    }

    @Test
    void tokensForShowTieNothing() {
        String userId = realm.admin().createProvedUser(Person.ada());
        String client = realm.admin().clientUuid("test-app");

        realm.admin()
                .get("/clients/" + client + "/evaluate-scopes/generate-example-access-token?scope=openid&userId="
                        + userId);

        assertThat(realm.database().rowsOfUser(userId)).doesNotContainKey("KEYWARD_DEVICE");
    }

    @Test
    void theBuiltInScopesAreThereBesideOurs() {
        assertThat(names(realm.admin().get("/default-default-client-scopes")))
                .contains("device", "profile", "email", "roles", "web-origins", "acr", "basic");
        assertThat(names(realm.admin().get("/default-optional-client-scopes")))
                .contains("keyward-devices", "offline_access", "address", "phone");
        String app = realm.admin().clientUuid("test-app");
        assertThat(names(realm.admin().get("/clients/" + app + "/default-client-scopes")))
                .contains("device", "profile", "email")
                .doesNotContain("keyward-devices");
        assertThat(names(realm.admin().get("/clients/" + app + "/optional-client-scopes")))
                .contains("keyward-devices");
        String console = realm.admin().clientUuid("account-console");
        assertThat(names(realm.admin().get("/clients/" + console + "/default-client-scopes")))
                .contains("profile", "email", "roles");
    }

    @Test
    void theScopeForTheDevicesIsInTheTokenWhenAskedFor() {
        Person ada = Person.ada();
        realm.admin().createProvedUser(ada);

        TokenAnswer with = realm.direct().password(ada.email(), ada.password(), "openid keyward-devices");
        TokenAnswer without = realm.direct().password(ada.email(), ada.password(), "openid");

        assertThat(with.claims().get("scope").asText().split(" ")).contains("keyward-devices");
        assertThat(without.claims().get("scope").asText().split(" ")).doesNotContain("keyward-devices", "device");
    }

    private static TokenAnswer signIn(TestRealm where) {
        Person person = Person.ada();
        where.admin().createProvedUser(person);
        TokenAnswer tokens = where.direct()
                .token(Map.of(
                        "grant_type",
                        "password",
                        "username",
                        person.email(),
                        "password",
                        person.password(),
                        "scope",
                        "openid",
                        "device_id",
                        "the-phone-of-this-test"));
        assertThat(tokens.status()).as(tokens.json().toString()).isEqualTo(200);
        return tokens;
    }

    /** The client asks about its own tokens, which Keycloak allows when told to only. */
    private static void introspectable(ObjectNode definition) {
        for (JsonNode client : definition.get("clients")) {
            if (client.get("clientId").asText().equals("test-direct")) {
                ((ObjectNode) client)
                        .putObject("attributes")
                        .put("allow.token.introspection.without.audience.check", "true");
            }
        }
    }

    private static void mapper(ObjectNode definition, Consumer<ObjectNode> change) {
        for (JsonNode scope : definition.get("clientScopes")) {
            if (scope.get("name").asText().equals("device")) {
                change.accept((ObjectNode) scope.get("protocolMappers").get(0).get("config"));
            }
        }
    }

    private static List<String> names(JsonNode scopes) {
        return scopes.findValuesAsText("name");
    }
}
