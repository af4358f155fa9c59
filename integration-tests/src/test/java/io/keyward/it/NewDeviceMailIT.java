package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who is told of a sign-in from a new device, and who is left alone. That no mail went is told by the note at the device,
 * which is written with the sign-in, and by a later mail that came.
 */
class NewDeviceMailIT {

    private static final String SETTINGS = "keyward-devices";
    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Fedora; Linux x86_64; rv:%s.0) Gecko/20100101 Firefox/%s.0";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm quiet = TestRealm.shipped().withRequiredAction(SETTINGS, "new-device-mails", "false");

    @RegisterExtension
    static final TestRealm frugal = TestRealm.shipped().withRequiredAction(SETTINGS, "new-device-mails-per-day", "2");

    private final Person person = Person.ada();
    private String id;

    @BeforeEach
    void someoneWhoSignsInElsewhere() {
        id = realm.admin().createProvedUser(person);
    }

    @Test
    void notAtTheFirstSignInEverButAtTheNextDevice() {
        signIn(firefox("128"));
        assertThat(told()).isZero();

        signIn(firefox("128"));
        Mail mail = realm.mailbox().next(person.email());

        assertThat(mail.subject()).isEqualTo("New sign-in to your account at " + displayName());
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
        for (String body : new String[] {mail.text(), mail.html()}) {
            assertThat(body)
                    .contains("Firefox on Fedora", "Firefox 128", "127.0.0.1", "Coordinated Universal Time")
                    .contains("Sign-in page in a browser")
                    .contains(mail.link());
        }
        assertThat(mail.link()).startsWith(realm.url() + "/keyward/not-me/");
    }

    @Test
    void notOnAnUpdateOfTheBrowser() {
        HttpBrowser browser = firefox("128");
        signIn(browser);
        browser.with("User-Agent", FIREFOX.formatted("129", "129"));
        signInAgain(browser);

        assertThat(DeviceRows.ids(realm, id)).hasSize(1);
        onlyTheNextDeviceIsTold();
    }

    @Test
    void aClearedCookieIsANewDevice() {
        signIn(firefox("128"));
        signIn(firefox("128"));

        assertThat(DeviceRows.ids(realm, id)).hasSize(2);
        assertThat(realm.mailbox().next(person.email()).text()).contains("Firefox on Fedora");
    }

    @Test
    void aDeviceThatWasForgottenAShortWhileAgoIsNone() {
        HttpBrowser browser = firefox("128");
        signIn(browser);
        assertThat(DeviceRows.forget(realm, id)).isEqualTo(1);
        realm.admin().send("POST", "/users/" + id + "/logout", Json.object()).ok();

        signInAgain(browser);

        assertThat(DeviceRows.ids(realm, id)).hasSize(1);
        onlyTheNextDeviceIsTold();
    }

    @Test
    void aPasswordThatAProgramSendsCountsToo() {
        signIn(firefox("128"));
        assertThat(realm.direct().password(person.email(), person.password()).status())
                .isEqualTo(200);

        assertThat(realm.mailbox().next(person.email()).text())
                .contains("Name and password, typed into an app")
                .doesNotContain("Firefox");
        realm.direct().password(person.email(), person.password());
        assertThat(told()).as("the same program again").isEqualTo(1);
    }

    @Test
    void anAppThatStaysSignedInWhileNobodyIsThereCountsToo() {
        signIn(firefox("128"));
        TokenAnswer tokens = realm.direct()
                .token(Map.of(
                        "grant_type", "password",
                        "username", person.email(),
                        "password", person.password(),
                        "scope", "openid offline_access",
                        "device_id", "an-app-on-a-phone-0001"));

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(realm.mailbox().next(person.email()).subject()).startsWith("New sign-in");
        assertThat(realm.direct().refresh(tokens.refreshToken()).status()).isEqualTo(200);
        assertThat(told()).as("no mail for a refresh").isEqualTo(1);
    }

    @Test
    void aSignInThroughAnIdentityProviderCountsToo() {
        IdentityProvider provider = IdentityProvider.of(quiet, realm);
        String theirs = quiet.admin().createProvedUser(person);
        realm.admin()
                .send(
                        "POST",
                        "/users/" + id + "/federated-identity/" + provider.alias(),
                        Json.object().put("userId", theirs).put("userName", person.email()))
                .ok();
        signIn(firefox("128"));

        HttpBrowser elsewhere = firefox("128");
        Visitor visitor = new Visitor(realm, elsewhere);
        elsewhere.open(visitor.authorization().url() + "&kc_idp_hint=" + provider.alias());
        elsewhere.submit(
                elsewhere.page().one("#kc-form-login"),
                Map.of("username", person.email(), "password", person.password()));

        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertThat(realm.mailbox().next(person.email()).text()).contains("Sign-in through another provider");
    }

    @Test
    void aRealmCanDoWithout() {
        Person other = Person.ada();
        String otherId = quiet.admin().createProvedUser(other);
        for (int device = 0; device < 2; device++) {
            Visitor visitor = new Visitor(quiet, firefox("128"));
            visitor.signIn(other.email(), other.password());
            assertThat(visitor.signedIn()).isTrue();
        }

        assertThat(DeviceRows.ids(quiet, otherId)).hasSize(2);
        assertThat(DeviceRows.told(quiet, otherId)).isZero();
        quiet.admin().setPassword(otherId, "Another-Battery-Staple-9");
        assertThat(quiet.mailbox().next(other.email()).subject()).contains("password");
    }

    @Test
    void aPersonCanDoWithout() {
        Visitor first = signIn(firefox("128"));
        preferNoMail(first);
        signIn(firefox("128"));

        assertThat(DeviceRows.ids(realm, id)).hasSize(2);
        assertThat(told()).isZero();
        realm.admin().setPassword(id, "Another-Battery-Staple-9");
        assertThat(realm.mailbox().next(person.email()).subject()).contains("password");
    }

    @Test
    void soManyMailsADay() {
        Person busy = Person.ada();
        String busyId = frugal.admin().createProvedUser(busy);
        for (int device = 0; device < 5; device++) {
            new Visitor(frugal, firefox("128")).signIn(busy.email(), busy.password());
        }
        assertThat(DeviceRows.ids(frugal, busyId)).hasSize(5);
        assertThat(DeviceRows.told(frugal, busyId)).isEqualTo(2);
        frugal.mailbox().next(busy.email());
        frugal.mailbox().next(busy.email());

        DeviceRows.aDayAgo(frugal, busyId);
        new Visitor(frugal, firefox("128")).signIn(busy.email(), busy.password());
        frugal.mailbox().next(busy.email());
        assertThat(frugal.mailbox().count(busy.email())).isEqualTo(3);
    }

    @Test
    void inThePersonsLanguageAndTimeZoneWhateverTheThiefReads() {
        ObjectNode profile = (ObjectNode) realm.admin().get("/users/profile");
        realm.admin().put("/users/profile", profile.put("unmanagedAttributePolicy", "ADMIN_EDIT"));
        realm.admin().changeUser(id, user -> {
            ObjectNode attributes = user.withObject("/attributes");
            attributes.putArray("zoneinfo").add("Europe/Berlin");
            attributes.putArray("locale").add("de");
        });
        signIn(firefox("128"));
        signIn(new HttpBrowser("en-US"));

        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.subject()).startsWith("Neue Anmeldung");
        assertThat(mail.text()).contains("(Mitteleuropäische", "Anmeldeseite im Browser");
    }

    @Test
    void whatTheProgramCallsItselfIsNoAdvertisement() {
        signIn(firefox("128"));
        HttpBrowser lure = new HttpBrowser()
                .with("User-Agent", "Mozilla/5.0 (evil.example/prize; <b>) Gecko Firefox/128.0 \"onclick=");
        signIn(lure);

        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.subject()).doesNotContain("evil");
        assertThat(mail.text()).doesNotContain("evil.example");
        assertThat(mail.html()).doesNotContain("evil.example", "<b>", "onclick");
    }

    @Test
    void theLinkIsNotBuiltFromWhatTheRequestSays() {
        signIn(firefox("128"));
        OAuthClient direct = realm.direct();
        Http.send(Http.request(direct.endpoint("token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "host=evil.example")
                        .POST(BodyPublishers.ofString(Http.form(Map.of(
                                "grant_type", "password",
                                "client_id", "test-direct",
                                "client_secret", "test-secret",
                                "username", person.email(),
                                "password", person.password())))))
                .ok();

        assertThat(realm.mailbox().next(person.email()).link()).startsWith(realm.url() + "/");
    }

    @Test
    void aMailServerThatIsDownKeepsNobodyFromSigningIn() {
        signIn(firefox("128"));
        realm.mailbox().whileOffline(() -> signIn(firefox("128")));

        signIn(firefox("128"));
        for (String which : new String[] {"the one from then", "the one from now"}) {
            assertThat(realm.mailbox().next(person.email()).subject()).as(which).startsWith("New sign-in");
        }
        assertThat(DeviceRows.ids(realm, id)).hasSize(3);
    }

    /** Keycloak waits 10 seconds for a mail server that does not answer. */
    @Test
    void aMailServerThatDoesNotAnswerSlowsNobodyDown() {
        Person other = Person.ada();
        String otherId = frugal.admin().createProvedUser(other);
        new Visitor(frugal, firefox("128")).signIn(other.email(), other.password());
        try (SilentMailServer silent = new SilentMailServer()) {
            JsonNode before = frugal.admin().realm().path("smtpServer");
            smtp(before.<ObjectNode>deepCopy().put("port", String.valueOf(silent.port())));
            Instant start = Instant.now();
            Visitor visitor = new Visitor(frugal, firefox("128"));
            visitor.signIn(other.email(), other.password());
            Duration took = Duration.between(start, Instant.now());
            smtp((ObjectNode) before);

            assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
            assertThat(DeviceRows.told(frugal, otherId)).isEqualTo(1);
            assertThat(took).isLessThan(Duration.ofSeconds(8));
        }
    }

    private void smtp(ObjectNode server) {
        frugal.admin().changeRealm(definition -> definition.set("smtpServer", server));
    }

    private void onlyTheNextDeviceIsTold() {
        assertThat(told()).isZero();
        signIn(firefox("128"));
        realm.mailbox().next(person.email());
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
    }

    private long told() {
        return DeviceRows.told(realm, id);
    }

    private Visitor signIn(HttpBrowser browser) {
        Visitor visitor = new Visitor(realm, browser);
        visitor.signIn(person.email(), person.password());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        return visitor;
    }

    /** With a session of its own, as after signing out. */
    private void signInAgain(HttpBrowser browser) {
        realm.admin().send("POST", "/users/" + id + "/logout", Json.object()).ok();
        signIn(browser);
    }

    private static HttpBrowser firefox(String version) {
        return new HttpBrowser().with("User-Agent", FIREFOX.formatted(version, version));
    }

    private static String displayName() {
        return realm.admin().realm().path("displayName").asText();
    }

    private void preferNoMail(Visitor visitor) {
        OAuthClient.Authorization again =
                realm.app().authorization(realm.appServer().callbackUrl(), Map.of("scope", "openid keyward-devices"));
        visitor.browser().open(again.url());
        Http.send(Http.request(realm.url() + "/keyward/devices/preferences")
                        .header("Authorization", "Bearer " + realm.tokens(again).accessToken())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"newDeviceMail\":false}")))
                .ok();
    }
}
