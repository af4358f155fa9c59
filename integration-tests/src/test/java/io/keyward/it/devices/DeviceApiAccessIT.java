package io.keyward.it.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All endpoints on devices by all kinds of callers: who gets what. */
class DeviceApiAccessIT {

    private static final String NEW_NAME = "{\"name\": \"Taken over\"}";
    private static final String NEW_PREFERENCES = "{\"newDeviceMail\": false}";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(DeviceApiAccessIT::longLivedTokens);

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.shipped().with(DeviceApiAccessIT::longLivedTokens);

    private static Member victim;
    private static TokenAnswer victims;
    private static String victimsDevice;
    private static final Map<Caller, String> TOKENS = new LinkedHashMap<>();

    /** A call at {@code /realms/{realm}/keyward/devices}; {@code {id}} is the victim's device. */
    private enum OwnCall {
        LIST("GET", "", null),
        NAME("PUT", "/{id}", NEW_NAME),
        RENAME("PATCH", "/{id}", NEW_NAME),
        SIGN_OUT("POST", "/{id}/sign-out", null),
        DELETE("DELETE", "/{id}", null),
        SIGN_OUT_OTHERS("POST", "/sign-out-others", null),
        SIGN_INS("GET", "/sign-ins", null),
        PREFERENCES("GET", "/preferences", null),
        PREFER("PUT", "/preferences", NEW_PREFERENCES);

        private final String method;
        private final String path;
        private final String body;

        OwnCall(String method, String path, String body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }

        boolean onOneDevice() {
            return path.contains("{id}");
        }

        Answer by(String token) {
            return new DeviceApi(realm, token).send(method, path.replace("{id}", victimsDevice), body);
        }
    }

    /** A call at {@code /admin/realms/{realm}/keyward}; the user is the victim. */
    private enum AdminCall {
        LIST("GET", "/devices", false),
        SIGN_OUT("POST", "/devices/{id}/sign-out", true),
        DELETE("DELETE", "/devices/{id}", true),
        LIST_OF_USER("GET", "/users/{user}/devices", false),
        SIGN_OUT_USER("POST", "/users/{user}/devices/sign-out", true);

        private final String method;
        private final String path;
        private final boolean changes;

        AdminCall(String method, String path, boolean changes) {
            this.method = method;
            this.path = path;
            this.changes = changes;
        }

        Answer by(String token) {
            String target = path.replace("{id}", victimsDevice).replace("{user}", victim.id());
            return new Admins(realm).send(token, method, "/keyward" + target);
        }
    }

    /** Who asks. Everybody but the last three is not the victim, or has no token that is good for it. */
    private enum Caller {
        NOBODY,
        GARBAGE,
        EXPIRED,
        SIGNED_OUT,
        DISABLED_USER,
        REFRESH_TOKEN_OF_THE_VICTIM,
        ID_TOKEN_OF_THE_VICTIM,
        OTHER_USER,
        USER_OF_OTHER_REALM,
        CLIENT_WITHOUT_THE_SCOPE,
        SERVICE_ACCOUNT,
        MASTER_ADMIN,
        ADMIN_WITHOUT_ROLE,
        ADMIN_WITH_QUERY,
        ADMIN_WITH_VIEW,
        ADMIN_WITH_MANAGE,
        ADMIN_OF_OTHER_REALM,
        THE_VICTIM;

        /** Who may call the endpoints for people, for themselves. */
        int ownStatus(OwnCall call) {
            return switch (this) {
                case CLIENT_WITHOUT_THE_SCOPE, SERVICE_ACCOUNT -> 403;
                // Tokens of this realm, but of an application that has no business with devices.
                case ADMIN_WITHOUT_ROLE, ADMIN_WITH_QUERY, ADMIN_WITH_VIEW, ADMIN_WITH_MANAGE -> 403;
                case OTHER_USER -> call.onOneDevice() ? 404 : THE_VICTIM.ownStatus(call);
                case THE_VICTIM ->
                    switch (call) {
                        case SIGN_OUT, DELETE, SIGN_OUT_OTHERS -> 204;
                        default -> 200;
                    };
                default -> 401;
            };
        }

        /** Who may call the endpoints for administrators. */
        int adminStatus(AdminCall call) {
            return switch (this) {
                case MASTER_ADMIN, ADMIN_WITH_MANAGE -> call.changes ? 204 : 200;
                case ADMIN_WITH_VIEW -> call.changes ? 403 : 200;
                // May look for users and sees none of them, as with Keycloak's own list.
                case ADMIN_WITH_QUERY ->
                    switch (call) {
                        case LIST -> 200;
                        case SIGN_OUT, DELETE -> 404;
                        default -> 403;
                    };
                case OTHER_USER,
                        THE_VICTIM,
                        CLIENT_WITHOUT_THE_SCOPE,
                        SERVICE_ACCOUNT,
                        ADMIN_WITHOUT_ROLE,
                        USER_OF_OTHER_REALM,
                        ADMIN_OF_OTHER_REALM -> 403;
                default -> 401;
            };
        }
    }

    @BeforeAll
    static void everybodySignsIn() {
        victim = Member.of(realm);
        victimSignsIn();

        TOKENS.put(Caller.NOBODY, null);
        TOKENS.put(Caller.GARBAGE, "garbage");
        TOKENS.put(Caller.EXPIRED, expired());
        TOKENS.put(Caller.SIGNED_OUT, signedOut());
        TOKENS.put(Caller.DISABLED_USER, ofDisabledUser());
        TOKENS.put(Caller.REFRESH_TOKEN_OF_THE_VICTIM, victims.refreshToken());
        TOKENS.put(Caller.ID_TOKEN_OF_THE_VICTIM, victims.idToken());
        TOKENS.put(Caller.OTHER_USER, Member.of(realm).signIn().accessToken());
        TOKENS.put(Caller.USER_OF_OTHER_REALM, Member.of(otherRealm).signIn().accessToken());
        TOKENS.put(
                Caller.CLIENT_WITHOUT_THE_SCOPE,
                Member.of(realm).signIn("openid").accessToken());
        TOKENS.put(Caller.SERVICE_ACCOUNT, serviceAccount());
        Admins admins = new Admins(realm);
        TOKENS.put(Caller.ADMIN_WITHOUT_ROLE, admins.token(admins.withRoles("view-clients")));
        TOKENS.put(Caller.ADMIN_WITH_QUERY, admins.token(admins.withRoles("query-users")));
        TOKENS.put(Caller.ADMIN_WITH_VIEW, admins.token(admins.withRoles("view-users")));
        TOKENS.put(Caller.ADMIN_WITH_MANAGE, admins.token(admins.withRoles("manage-users")));
        Admins others = new Admins(otherRealm);
        TOKENS.put(
                Caller.ADMIN_OF_OTHER_REALM,
                others.token(others.withRoles("manage-users", "view-users", "realm-admin")));
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void theEndpointsForPeople(Caller caller) {
        assertThat(cells(OwnCall.values(), caller, call -> {
                    Answer answer = call.by(token(caller));
                    if (answer.status() == 401) {
                        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                    }
                    return answer;
                }))
                .isEqualTo(expected(OwnCall.values(), caller::ownStatus));
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void theEndpointsForAdministrators(Caller caller) {
        assertThat(cells(AdminCall.values(), caller, call -> call.by(token(caller))))
                .isEqualTo(expected(AdminCall.values(), caller::adminStatus));
    }

    /** One row of the table. After the row of anybody who may not, the victim's things are as they were. */
    private static <T> List<String> cells(T[] calls, Caller caller, Function<T, Answer> by) {
        List<String> cells = new ArrayList<>();
        if (caller == Caller.THE_VICTIM || caller == Caller.MASTER_ADMIN || caller == Caller.ADMIN_WITH_MANAGE) {
            for (T call : calls) {
                // A sign-in of its own for each, because the call may end it.
                victimSignsIn();
                cells.add(call + " " + by.apply(call).status());
            }
            victimSignsIn();
            return cells;
        }
        JsonNode before = state();
        for (T call : calls) {
            Answer answer = by.apply(call);
            cells.add(call + " " + answer.status());
            if (caller != Caller.ADMIN_WITH_VIEW) {
                assertThat(answer.body()).doesNotContain(victimsDevice).doesNotContain(victim.id());
            }
        }
        assertThat(state()).isEqualTo(before);
        return cells;
    }

    private static <T> List<String> expected(T[] calls, ToIntFunction<T> status) {
        return Stream.of(calls)
                .map(call -> call + " " + status.applyAsInt(call))
                .toList();
    }

    private static String token(Caller caller) {
        return switch (caller) {
            case THE_VICTIM -> victims.accessToken();
            case MASTER_ADMIN -> realm.keyward().admin().token();
            default -> TOKENS.get(caller);
        };
    }

    private static void victimSignsIn() {
        victims = victim.signIn();
        victimsDevice = victim.api(victims).currentId();
    }

    private static boolean stillThere(TokenAnswer tokens) {
        return realm.direct().userinfo(tokens.accessToken()).status() == 200;
    }

    private static JsonNode state() {
        DeviceApi api = victim.api(victims);
        return Json.object()
                .<ObjectNode>set("device", api.device(victimsDevice))
                .set("preferences", api.get("/preferences").ok().json());
    }

    // Ids

    @Test
    void anotherUsersDeviceAndNoDeviceAreTheSame() {
        String foreign = victimsDevice;
        String ofOtherRealm = Member.of(otherRealm).api().currentId();
        DeviceApi api = Member.of(realm).api();
        for (OwnCall call : OwnCall.values()) {
            if (call.onOneDevice()) {
                Answer none = api.send(
                        call.method, call.path.replace("{id}", UUID.randomUUID().toString()), call.body);
                for (String id : List.of(foreign, ofOtherRealm, foreign.toUpperCase(Locale.ROOT))) {
                    Answer answer = api.send(call.method, call.path.replace("{id}", id), call.body);
                    assertThat(answer.status()).as(call + " " + id).isEqualTo(404);
                    assertThat(answer.body()).isEqualTo(none.body());
                    assertThat(answer.headers().map().keySet())
                            .isEqualTo(none.headers().map().keySet());
                }
            }
        }
        Admins admins = new Admins(realm);
        String admin = admins.token(admins.withRoles("manage-users"));
        for (String id : List.of(ofOtherRealm, UUID.randomUUID().toString())) {
            assertThat(admins.send(admin, "DELETE", "/keyward/devices/" + id).status())
                    .isEqualTo(404);
        }
        String elsewhere = Member.of(otherRealm).id();
        assertThat(admins.send(admin, "GET", "/keyward/users/" + elsewhere + "/devices")
                        .status())
                .isEqualTo(404);
        assertThat(admins.send(admin, "GET", "/keyward/devices?user=" + elsewhere)
                        .json()
                        .get("devices"))
                .isEmpty();
    }

    @Test
    void theOthersListAndHistoryHoldTheirOwnOnly() {
        Member other = Member.of(realm);
        DeviceApi api = other.api();
        assertThat(api.list()).hasSize(1);
        assertThat(api.get("/sign-ins").json().get("signIns")).hasSize(1);
        api.post("/sign-out-others").ok();
        assertThat(stillThere(victims)).isTrue();
    }

    // Tokens

    private static void longLivedTokens(ObjectNode definition) {
        definition.put("accessTokenLifespan", 3_600);
    }

    private static String expired() {
        ObjectNode client = Json.object()
                .put("clientId", "short-lived")
                .put("secret", "test-secret")
                .put("publicClient", false)
                .put("directAccessGrantsEnabled", true);
        client.putObject("attributes").put("access.token.lifespan", "1");
        realm.admin().createClient(client);
        String token = realm.client("short-lived", "test-secret")
                .password(victim.person().email(), victim.person().password(), DeviceApi.SCOPE)
                .accessToken();
        await("the token to expire")
                .atMost(Duration.ofSeconds(20))
                .until(() -> realm.direct().userinfo(token).status() == 401);
        return token;
    }

    private static String signedOut() {
        TokenAnswer tokens = victim.signIn();
        realm.direct().logout(tokens.refreshToken());
        return tokens.accessToken();
    }

    private static String ofDisabledUser() {
        Member member = Member.of(realm);
        String token = member.signIn().accessToken();
        realm.admin().changeUser(member.id(), user -> user.put("enabled", false));
        return token;
    }

    private static String serviceAccount() {
        return realm.direct()
                .token(Map.of("grant_type", "client_credentials", "scope", DeviceApi.SCOPE))
                .accessToken();
    }
}
