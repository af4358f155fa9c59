package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is one device and what are two: by a cookie or by what a client sends, never by what it looks like. */
class DeviceRecognitionIT {

    private static final String COOKIE = "KEYWARD_DEVICE_";
    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Fedora; Linux x86_64; rv:%1$s) Gecko/20100101 Firefox/%1$s";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.shipped();

    private final Person ada = Person.ada();
    private String adaId;
    private DeviceList devices;

    @BeforeEach
    void adaHasAnAccount() {
        adaId = realm.admin().createProvedUser(ada);
        devices = new DeviceList(realm, adaId);
    }

    @Test
    void twoLaptopsOfOneKindAreTwoDevices() {
        String one = signIn(new HttpBrowser());
        String other = signIn(new HttpBrowser());

        assertThat(one).isNotEqualTo(other);
        assertThat(devices.signedIn()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void aBrowserIsKnownAgainAndAfterItsUpdateToo() {
        HttpBrowser browser = new HttpBrowser().userAgent(FIREFOX.formatted("128.0"));
        String before = signIn(browser);
        assertThat(devices.one().get("browser").asText()).isEqualTo("Firefox/128.0");
        signOut();

        browser.userAgent(FIREFOX.formatted("141.0"));

        assertThat(signIn(browser)).isEqualTo(before);
        JsonNode device = devices.one();
        assertThat(device.get("browser").asText()).isEqualTo("Firefox/141.0");
        assertThat(device.get("title").asText()).isEqualTo("Firefox on Fedora");
        assertThat(device.get("type").asText()).isEqualTo("desktop");
        assertThat(device.get("signedInWith").asText()).isEqualTo("browser");
    }

    @Test
    void aSecondApplicationInTheSameSessionIsTheSameDevice() {
        HttpBrowser browser = new HttpBrowser();
        String first = signIn(browser);

        Visitor again = new Visitor(realm, browser);
        again.openSignIn();

        assertThat(device(again.tokens())).isEqualTo(first);
        assertThat(devices.all()).hasSize(1);
    }

    @Test
    void aClearedCookieIsANewDevice() {
        HttpBrowser browser = new HttpBrowser();
        String before = signIn(browser);
        signOut();

        browser.setCookie(COOKIE, null);

        assertThat(signIn(browser)).isNotEqualTo(before);
        assertThat(devices.all()).hasSize(2);
    }

    @Test
    void aForgedOrTruncatedCookieIsANewDeviceAndNoError() {
        HttpBrowser browser = new HttpBrowser();
        String before = signIn(browser);
        String genuine = browser.cookie(COOKIE);
        String[] parts = genuine.split("\\.");
        List<String> forged = List.of(
                genuine.substring(0, genuine.length() - 10),
                "v1." + "A".repeat(43) + "." + parts[2] + "." + parts[3],
                "v1." + parts[1] + "." + parts[2] + "." + "A".repeat(86),
                "v1." + parts[1] + ".bm8tc3VjaC1rZXk." + parts[3],
                genuine + "." + genuine,
                "x");

        for (String value : forged) {
            signOut();
            browser.setCookie(COOKIE, value);
            assertThat(signIn(browser)).as(value).isNotEqualTo(before);
            assertThat(browser.cookie(COOKIE))
                    .as("a genuine one in its place")
                    .startsWith("v1.")
                    .isNotEqualTo(value);
        }

        signOut();
        browser.setCookie(COOKIE, genuine);
        assertThat(signIn(browser)).as("the genuine one still is").isEqualTo(before);
        assertThat(devices.all()).hasSize(1 + forged.size());
    }

    @Test
    void theCookieOfAnotherRealmIsANewDevice() {
        Person there = Person.ada();
        otherRealm.admin().createProvedUser(there);
        HttpBrowser browser = new HttpBrowser();
        signIn(otherRealm, browser, there);
        String foreign = browser.cookie(COOKIE);
        browser.setCookie(COOKIE, null);
        String before = signIn(browser);
        signOut();

        browser.setCookie(COOKIE, foreign);

        assertThat(signIn(browser)).isNotEqualTo(before);
        assertThat(browser.cookie(COOKIE)).isNotEqualTo(foreign);
    }

    @Test
    void twoPeopleAtOneBrowserAreTwoEntriesThatShareNothing() {
        Person grace = Person.named("Grace", "Hopper");
        String graceId = realm.admin().createProvedUser(grace);
        HttpBrowser browser = new HttpBrowser();
        String adas = signIn(browser);
        String cookie = browser.cookie(COOKIE);
        signOut();

        String graces = signIn(realm, browser, grace);

        assertThat(graces).isNotEqualTo(adas);
        assertThat(browser.cookie(COOKIE)).as("one browser, one cookie").isEqualTo(cookie);
        assertThat(new DeviceList(realm, graceId).one().get("id").asText()).isEqualTo(graces);
        assertThat(devices.one().get("id").asText()).isEqualTo(adas);
        String secret = cookie.split("\\.")[1];
        List<String> keys =
                realm.database().strings("select key_hash from keyward_device where user_id in (?, ?)", adaId, graceId);
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(realm.database()
                        .strings("select d::text from keyward_device d where user_id in (?, ?)", adaId, graceId))
                .as("what both rows say")
                .noneMatch(row -> row.contains(secret));
    }

    @Test
    void theCookieIsForThisRealmAndNoScript() {
        Visitor visitor = new Visitor(realm);
        visitor.signIn(ada.email(), ada.password());

        List<String> given = given(visitor);

        assertThat(given).hasSize(1);
        assertThat(given.get(0))
                .matches("KEYWARD_DEVICE_[0-9a-f]{12}=v1\\..*")
                .containsIgnoringCase("path=/;")
                .containsIgnoringCase("max-age=34560000")
                .containsIgnoringCase("httponly")
                .containsIgnoringCase("samesite=lax")
                .doesNotContainIgnoringCase("domain");
        assertThat(given.get(0).length()).isLessThan(512);
        new DeviceList(realm, adaId).one();
    }

    @Test
    void aClientIsKnownByTheIdThatItSends() {
        String phone = "0f0e0d0c-0b0a-4908-8706-050403020100";
        TokenAnswer first = password(Map.of("device_id", phone));
        String one = device(first);

        assertThat(device(password(Map.of("device_id", phone)))).isEqualTo(one);
        assertThat(device(password(Map.of("device_id", "another-phone-of-mine"))))
                .isNotEqualTo(one);
        assertThat(devices.all()).hasSize(2);
        assertThat(realm.database().strings("select d::text from keyward_device d where user_id = ?", adaId))
                .noneMatch(row -> row.contains(phone));
        assertThat(realm.admin().get("/events?max=100&user=" + adaId).toString())
                .doesNotContain(phone);
    }

    @Test
    void withoutOneAPersonHasOneDevicePerClientAndKindOfProgram() {
        String one = device(password(Map.of()));

        assertThat(device(password(Map.of()))).isEqualTo(one);
        assertThat(device(password(Map.of("device_id", "too short"))))
                .as("counts as not sent")
                .isEqualTo(one);
        assertThat(devices.one().get("signedInWith").asText()).isEqualTo("password-grant");
    }

    @Test
    void theTokenEndpointNeitherReadsNorSetsTheCookie() {
        Visitor visitor = new Visitor(realm);
        visitor.signIn(ada.email(), ada.password());
        String cookie = given(visitor).get(0).split(";")[0];

        Answer answer = Http.send(Http.request(realm.direct().endpoint("token"))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Http.form(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "test-direct",
                        "client_secret",
                        "test-secret",
                        "scope",
                        "openid",
                        "username",
                        ada.email(),
                        "password",
                        ada.password())))));

        String accessToken = answer.ok().json().get("access_token").asText();
        assertThat(TokenAnswer.claims(accessToken).get("device_id").asText()).isNotEqualTo(device(visitor.tokens()));
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(given -> given.contains("KEYWARD_DEVICE"));
    }

    @Test
    void aBrowserIsKnownAfterTheRealmHasANewKey() {
        HttpBrowser browser = new HttpBrowser();
        HttpBrowser rarelyUsed = new HttpBrowser();
        String before = signIn(browser);
        String rarely = signIn(rarelyUsed);
        String oldCookie = browser.cookie(COOKIE);
        signOut();

        newActiveKey();

        assertThat(signIn(browser)).isEqualTo(before);
        assertThat(browser.cookie(COOKIE).split("\\.")[1]).isEqualTo(oldCookie.split("\\.")[1]);
        assertThat(browser.cookie(COOKIE).split("\\.")[2])
                .as("signed with the new key")
                .isNotEqualTo(oldCookie.split("\\.")[2]);
        signOut();

        disableOldKeys();

        assertThat(signIn(browser)).as("it has a cookie of the new key").isEqualTo(before);
        assertThat(signIn(rarelyUsed)).as("its key is gone").isNotEqualTo(rarely);
    }

    /** The device cookies that came with the last step. */
    private static List<String> given(Visitor visitor) {
        return visitor.browser().trail().stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .filter(cookie -> cookie.startsWith(COOKIE))
                .toList();
    }

    private static void newActiveKey() {
        ObjectNode component = Json.object()
                .put("name", "newer")
                .put("providerId", "hmac-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        ObjectNode config = component.putObject("config");
        config.putArray("priority").add("200");
        config.putArray("enabled").add("true");
        config.putArray("active").add("true");
        config.putArray("algorithm").add("HS512");
        realm.admin().post("/components", component);
    }

    private static void disableOldKeys() {
        RealmAdmin admin = realm.admin();
        for (JsonNode component : admin.get("/components?type=org.keycloak.keys.KeyProvider")) {
            boolean old = component.get("providerId").asText().equals("hmac-generated")
                    && !component.get("name").asText().equals("newer");
            if (old) {
                ObjectNode changed = component.deepCopy();
                changed.withObject("/config").putArray("enabled").add("false");
                changed.withObject("/config").putArray("active").add("false");
                admin.put("/components/" + component.get("id").asText(), changed);
            }
        }
    }

    private String signIn(HttpBrowser browser) {
        return signIn(realm, browser, ada);
    }

    private static String signIn(TestRealm where, HttpBrowser browser, Person person) {
        Visitor visitor = new Visitor(where, browser);
        visitor.signIn(person.email(), person.password());
        return device(visitor.tokens());
    }

    private TokenAnswer password(Map<String, String> more) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", "password", "username", ada.email(), "password", ada.password(), "scope", "openid"));
        form.putAll(more);
        return realm.direct().token(form);
    }

    private void signOut() {
        realm.admin().post("/users/" + adaId + "/logout", Json.object());
    }

    private static String device(TokenAnswer tokens) {
        return tokens.claims().get("device_id").asText();
    }
}
