package io.keyward.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent about devices, the answer says what is wrong with it, and nothing is lost. */
class DeviceApiBadInputIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private static DeviceApi api;
    private static String id;

    @BeforeAll
    static void signedIn() {
        api = Member.of(realm).api();
        id = api.currentId();
        api.put("/" + id, "{\"name\": \"Mine\"}").ok();
    }

    static Stream<Arguments> badNames() {
        return Stream.of(
                Arguments.of("{\"name\": \"" + "x".repeat(10_000) + "\"}", "name-too-long"),
                Arguments.of("{\"name\": \"" + "\\uD83D\\uDCBB".repeat(61) + "\"}", "name-too-long"),
                Arguments.of("{\"name\": \"a\\u0000b\"}", "name-control-character"),
                Arguments.of("{\"name\": \"a\\nb\"}", "name-control-character"),
                Arguments.of("{\"name\": \"\\u001b[31m\"}", "name-control-character"),
                Arguments.of("{\"name\": \"a\\u202eb\"}", "name-direction-control"),
                Arguments.of("{\"name\": \"a\\u2067b\"}", "name-direction-control"),
                Arguments.of("{\"name\": \"\\ud83d\"}", "name-broken"),
                Arguments.of("{\"name\": \"\\udcbb\\ud83d\"}", "name-broken"),
                Arguments.of("{\"name\": \"\\u200b\"}", "name-invisible"),
                Arguments.of("{\"name\": 5}", "wrong-type"),
                Arguments.of("{\"name\": true}", "wrong-type"),
                Arguments.of("{\"name\": [\"x\"]}", "wrong-type"),
                Arguments.of("{\"name\": {\"x\": 1}}", "wrong-type"),
                Arguments.of("{}", "missing-field"),
                Arguments.of("{\"Name\": \"x\"}", "missing-field"),
                Arguments.of("[]", "body-no-object"),
                Arguments.of("\"Mine\"", "body-no-object"),
                Arguments.of("null", "body-no-object"),
                Arguments.of("{\"name\": ", "body-no-json"),
                Arguments.of("{\"name\": \"a\u0000b\"}", "body-no-json"),
                Arguments.of("", "body-no-json"),
                Arguments.of("name=x", "body-no-json"),
                Arguments.of("{\"name\": \"x\", \"name\": \"y\"}", "body-no-json"),
                Arguments.of("{\"name\":" + "[".repeat(5_000), "body-no-json"),
                Arguments.of("{\"name\": \"" + "x".repeat(1_000_000) + "\"}", "body-too-long"));
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void aBadNameIsRefusedWithACode(String body, String code) {
        for (String method : List.of("PUT", "PATCH")) {
            assertRefused(api.send(method, "/" + id, body), code);
            assertThat(api.current().get("name").asText()).isEqualTo("Mine");
        }
    }

    @Test
    void bytesThatAreNoText() {
        byte[] latin = "{\"name\": \"K\u00FCche\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertRefused(
                Http.send(api.request("/" + id)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(latin))),
                "body-no-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
    void anotherContentTypeIsNotRead(String type) {
        for (String path : List.of("/" + id, "/preferences")) {
            Answer answer = Http.send(api.request(path)
                    .header("Content-Type", type)
                    .PUT(BodyPublishers.ofString("{\"name\": \"Other\", \"newDeviceMail\": false}")));
            assertThat(answer.status()).isEqualTo(415);
        }
        assertThat(api.current().get("name").asText()).isEqualTo("Mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "null",
                "00000000-0000-0000-0000-000000000000",
                "%00",
                "%2F",
                "..%2F..%2Fadmin",
                "%27%20or%201%3D1--",
                "%F0%9F%94%91",
                "%FF%FE",
                "1-1-1-1-1",
                "-1",
                "%3Cscript%3E"
            })
    void whatIsNoDeviceIsNotFound(String junk) {
        for (Answer answer : List.of(
                api.put("/" + junk, "{\"name\": \"x\"}"),
                api.send("PATCH", "/" + junk, "{\"name\": \"x\"}"),
                api.delete("/" + junk),
                api.post("/" + junk + "/sign-out"),
                realm.admin().send("DELETE", "/keyward/devices/" + junk, null),
                realm.admin().send("POST", "/keyward/devices/" + junk + "/sign-out", null),
                realm.admin().send("GET", "/keyward/users/" + junk + "/devices", null),
                realm.admin().send("POST", "/keyward/users/" + junk + "/devices/sign-out", null))) {
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void aLongIdIsNotFound() {
        String longId = "a".repeat(2_000);
        assertThat(api.delete("/" + longId).status()).isEqualTo(404);
        assertThat(realm.admin()
                        .send("DELETE", "/keyward/devices/" + longId, null)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing/here", "/" + "x/sign-in", "/sign-ins/x", "/preferences/x"})
    void whatIsNoEndpointIsNotFound(String path) {
        assertThat(api.get(path).status()).isIn(404, 405);
        assertThat(api.post(path).status()).isIn(404, 405);
    }

    @Test
    void methodsThatAreNotThere() {
        assertThat(api.post("").status()).isIn(404, 405);
        assertThat(api.get("/sign-out-others").status()).isIn(404, 405);
        assertThat(api.delete("/preferences").status()).isIn(404, 405);
    }

    static Stream<Arguments> badPreferences() {
        return Stream.of(
                Arguments.of("{\"newDeviceMail\": \"false\"}", "wrong-type"),
                Arguments.of("{\"newDeviceMail\": 0}", "wrong-type"),
                Arguments.of("{\"newDeviceMail\": null}", "wrong-type"),
                Arguments.of("{\"newdevicemail\": false}", "missing-field"),
                Arguments.of("[false]", "body-no-object"),
                Arguments.of("{", "body-no-json"));
    }

    @ParameterizedTest
    @MethodSource("badPreferences")
    void badPreferencesChangeNothing(String body, String code) {
        assertRefused(api.put("/preferences", body), code);
        assertThat(api.get("/preferences").json().get("newDeviceMail").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1000000000", "99999999999999999999", "-99999999999999999999", "1", ""})
    void sizesAreBounded(String max) {
        assertThat(api.get("/sign-ins?max=" + max).ok().json().get("signIns")).hasSize(1);
        JsonNode page = realm.admin().get("/keyward/devices?max=" + max);
        assertThat(page.get("devices")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max=ten",
                "max=1.5",
                "state=lost",
                "state=SIGNED-IN",
                "seenAfter=yesterday",
                "seenBefore=2026-13-01T00:00:00Z",
                "seenAfter=%2B1000000000-12-31T23:59:59Z",
                "seenAfter=1",
                "after=1",
                "after=%27--",
                "client=nobody-knows-it"
            })
    void aFilterThatMeansNothingIsRefusedWithAReason(String query) {
        Answer answer = realm.admin().send("GET", "/keyward/devices?" + query, null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error_description").asText()).isNotBlank();
        assertThat(answer.json().get("code").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user=nobody", "user=%F0%9F%94%91", "after=ffffffff-ffff-ffff-ffff-ffffffffffff"})
    void aFilterThatNothingMeetsGivesNothing(String query) {
        assertThat(realm.admin().get("/keyward/devices?" + query).get("devices"))
                .isEmpty();
    }

    @Test
    void twoTokensAreNone() {
        assertThat(Http.send(api.request("").header("Authorization", "Bearer x").GET())
                        .status())
                .isEqualTo(401);
        for (String header : List.of(
                "Basic YTpi",
                "Bearer",
                "Bearer a b",
                "x",
                "Bearer " + "a".repeat(5_000),
                "Bearer eyJhbGciOiJub25lIn0.e30.")) {
            assertThat(Http.send(Http.request(realm.url() + "/keyward/devices")
                                    .header("Authorization", header)
                                    .GET())
                            .status())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void whoAsksForAPageGetsJsonAllTheSame() {
        Answer answer = Http.send(Http.request(realm.url() + "/keyward/devices")
                .header("Accept", "text/html")
                .GET());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("error").asText()).isEqualTo("invalid_token");
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().get("error").asText()).isEqualTo("invalid_request");
        assertThat(answer.json().get("error_description").asText()).isNotBlank();
    }
}
