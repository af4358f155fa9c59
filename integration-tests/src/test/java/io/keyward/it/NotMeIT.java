package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** "This wasn't me": from the mail to a locked-out thief and a new password. */
class NotMeIT {

    private static final String NEW_PASSWORD = "Another-Battery-Staple-9";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm strict =
            TestRealm.shipped().with(definition -> definition.put("resetPasswordAllowed", false));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();
    private String id;
    private TokenAnswer owners;
    private Visitor thief;
    private TokenAnswer stolen;
    private Mail mail;

    @BeforeEach
    void aThiefSignsIn() {
        id = realm.admin().createProvedUser(person);
        owners = signIn(realm, new HttpBrowser()).tokens();
        thief = signIn(realm, new HttpBrowser());
        stolen = thief.tokens();
        mail = realm.mailbox().next(person.email());
    }

    @Test
    void theOwnerLocksTheThiefOutAndChoosesANewPassword() {
        TokenAnswer offline = realm.direct().password(person.email(), person.password(), "openid offline_access");
        realm.mailbox().next(person.email());
        Page page = browsers.open();
        page.navigate(mail.link());
        assertThat(page.locator("body").innerText())
                .contains("Was this not you?", "Coordinated Universal Time", "Sign-in page in a browser");
        Screenshots.take(page, "30-not-me");
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();

        page.locator("#keyward-not-me").click();
        page.locator("#keyward-not-me-done").waitFor();
        assertThat(page.locator("body").innerText())
                .contains("signed out everywhere", "old password works no more", "sent you a message");
        Screenshots.take(page, "31-not-me-done");
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();

        assertThat(realm.app().refresh(stolen.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(realm.app().refresh(owners.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(realm.direct().refresh(offline.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(active(stolen)).as("the thief's access token").isFalse();
        assertThat(realm.direct().password(person.email(), person.password()).error())
                .isEqualTo("invalid_grant");
        assertThat(realm.admin().credentialTypes(id)).isEmpty();
        assertThat(realm.admin().sessions(id)).isEmpty();

        Mail reset = realm.mailbox().next(person.email());
        assertThat(reset.subject()).startsWith("Choose a new password");
        choose(page, reset.link());
        assertThat(realm.mailbox().next(person.email()).subject()).contains("was changed");
        assertThat(realm.direct().password(person.email(), NEW_PASSWORD).status())
                .isEqualTo(200);
        assertThat(realm.direct().password(person.email(), person.password()).error())
                .isEqualTo("invalid_grant");
        assertThat(realm.admin().events("REMOVE_CREDENTIAL", id)).hasSize(1);
    }

    @Test
    void theThiefsBrowserIsNewAgain() {
        press(mail.link());
        realm.mailbox().next(person.email());
        realm.admin().setPassword(id, NEW_PASSWORD);
        assertThat(realm.mailbox().next(person.email()).subject()).contains("was changed");

        Visitor back = new Visitor(realm, thief.browser());
        back.signIn(person.email(), NEW_PASSWORD);

        assertThat(back.signedIn()).as(back.page().text()).isTrue();
        assertThat(realm.mailbox().next(person.email()).subject()).startsWith("New sign-in");
    }

    @Test
    void lookingAtItChangesNothingAndNobodyElseLearnsTheLink() {
        for (int times = 0; times < 5; times++) {
            Answer page = Http.get(mail.link());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'self'");
            assertThat(Http.head(mail.link()).status()).isEqualTo(200);
        }
        assertThat(realm.app().refresh(stolen.refreshToken()).status()).isEqualTo(200);
        assertThat(realm.direct().password(person.email(), person.password()).status())
                .isEqualTo(200);
        assertThat(press(mail.link()).body()).contains("keyward-not-me-done");
    }

    @Test
    void itWorksOnceAndSignsNobodyIn() {
        Answer first = press(mail.link());
        assertThat(first.body()).contains("keyward-not-me-done");
        assertThat(first.headers().allValues("Set-Cookie").toString()).doesNotContain("KEYCLOAK_IDENTITY");
        assertThat(realm.mailbox().next(person.email()).subject()).startsWith("Choose");
        realm.admin().setPassword(id, NEW_PASSWORD);
        Mail changed = realm.mailbox().next(person.email());
        TokenAnswer again = realm.direct().password(person.email(), NEW_PASSWORD);

        Answer second = press(mail.link());

        assertThat(changed.subject()).contains("was changed");
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.body()).contains("This link has been used");
        assertThat(realm.direct().refresh(again.refreshToken()).status()).isEqualTo(200);
        assertThat(realm.admin().credentialTypes(id)).containsExactly("password");
        Page page = browsers.open();
        page.navigate(mail.link());
        Screenshots.take(page, "32-not-me-used");
    }

    @Test
    void anExpiredLinkSaysHowToGoOn() {
        TokenRows.expireLinks(realm, person);

        Answer pressed = press(mail.link());

        assertThat(pressed.status()).isEqualTo(410);
        assertThat(pressed.body()).contains("has expired");
        assertThat(realm.app().refresh(stolen.refreshToken()).status()).isEqualTo(200);
        Page page = browsers.open();
        page.navigate(mail.link());
        Screenshots.take(page, "33-not-me-expired");
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
    }

    @Test
    void aLinkThatIsNoneDoesNothing() {
        String other = DeviceRows.ids(realm, id).get(0);
        String device = mail.token().substring(0, 36);
        for (String link : new String[] {
            mail.link().replace(device, other),
            mail.link().substring(0, mail.link().length() - 1),
            mail.link().replace("/realms/" + realm.name() + "/", "/realms/" + strict.name() + "/"),
            mail.link().replace(mail.token(), "x".repeat(5_000)),
            mail.link().replace(mail.token(), "%3Cscript%3Ealert(1)%3C%2Fscript%3E"),
            mail.link().replace(mail.token(), "%00")
        }) {
            for (Answer answer : new Answer[] {Http.get(link), press(link)}) {
                assertThat(answer.status()).as(link).isBetween(400, 499);
                assertThat(answer.body()).doesNotContain("<script>alert", "keyward-not-me-done");
            }
        }
        assertThat(realm.app().refresh(stolen.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void aSecondSignInOfTheThiefDoesNotSpoilTheFirstLink() {
        TokenAnswer second = signIn(realm, new HttpBrowser()).tokens();
        Mail secondMail = realm.mailbox().next(person.email());

        assertThat(press(mail.link()).body()).contains("keyward-not-me-done");

        assertThat(realm.app().refresh(second.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(secondMail.link()).isNotEqualTo(mail.link());
        assertThat(Http.get(secondMail.link()).body()).contains("keyward-not-me-form");
    }

    /** The thief made himself a key to come back with; the owner's own, from before, stays. */
    @Test
    void whatWasAddedForSigningInSinceThenGoesAndWhatWasThereBeforeStays() {
        addPasskey("the owner's", 1_000L);
        addPasskey("the thief's", System.currentTimeMillis() + 60_000);
        assertThat(realm.admin().credentialTypes(id)).hasSize(3);

        press(mail.link());

        JsonNode left = realm.admin().get("/users/" + id + "/credentials");
        assertThat(left).hasSize(1);
        assertThat(left.get(0).path("userLabel").asText()).isEqualTo("the owner's");
    }

    @Test
    void aThiefWhoHasChangedTheAddressGetsNoLinkAndTheOwnerIsToldWhomToAsk() {
        String elsewhere = "thief." + person.email();
        realm.admin().changeUser(id, user -> user.put("email", elsewhere));
        assertThat(realm.mailbox().next(person.email()).subject()).contains("address", "was changed");

        Answer pressed = press(mail.link());

        assertThat(pressed.body()).contains("keyward-not-me-done", "Ask your administrator");
        assertThat(realm.app().refresh(stolen.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(realm.admin().credentialTypes(id)).isEmpty();
        // A later mail comes there, and it is the first one.
        realm.admin().setPassword(id, NEW_PASSWORD);
        assertThat(realm.mailbox().next(elsewhere).subject()).contains("password", "was changed");
    }

    @Test
    void whereMailsMayNotChooseAPasswordThePersonIsToldWhomToAsk() {
        Person other = Person.ada();
        String otherId = strict.admin().createProvedUser(other);
        for (int device = 0; device < 2; device++) {
            new Visitor(strict).signIn(other.email(), other.password());
        }
        Mail told = strict.mailbox().next(other.email());

        assertThat(press(told.link()).body()).contains("keyward-not-me-done", "Ask your administrator");

        assertThat(strict.admin().credentialTypes(otherId)).isEmpty();
        strict.admin().setPassword(otherId, NEW_PASSWORD);
        assertThat(strict.mailbox().next(other.email()).subject()).contains("was changed");
    }

    @Test
    void anAccountWithoutAPasswordIsNotGivenOneByMail() {
        for (JsonNode credential : realm.admin().get("/users/" + id + "/credentials")) {
            realm.admin()
                    .delete("/users/" + id + "/credentials/"
                            + credential.path("id").asText());
        }

        assertThat(press(mail.link()).body()).contains("keyward-not-me-done", "has no password here");

        assertThat(realm.app().refresh(stolen.refreshToken()).error()).isEqualTo("invalid_grant");
        realm.admin().setPassword(id, NEW_PASSWORD);
        assertThat(realm.mailbox().next(person.email()).subject()).contains("was changed");
    }

    @Test
    void inGermanToo() {
        Page page = browsers.open("de-DE");
        page.navigate(mail.link());
        assertThat(page.locator("h1").innerText()).contains("War diese Anmeldung nicht von Ihnen?");
        Screenshots.take(page, "34-not-me-german");
        page.locator("#keyward-not-me").click();
        page.locator("#keyward-not-me-done").waitFor();
        assertThat(page.locator("h1").innerText()).contains("Ausgesperrt");
        Screenshots.take(page, "35-not-me-done-german");
    }

    @Test
    void theMailCanBeRead() {
        Page page = browsers.open();
        page.setContent(mail.html());
        Screenshots.take(page, "36-mail-new-device");
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
    }

    private Visitor signIn(TestRealm where, HttpBrowser browser) {
        Visitor visitor = new Visitor(where, browser);
        visitor.signIn(person.email(), person.password());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        return visitor;
    }

    private static Answer press(String link) {
        return Http.post(link, Map.of());
    }

    private static boolean active(TokenAnswer tokens) {
        return realm.direct()
                .introspect(tokens.accessToken())
                .ok()
                .json()
                .path("active")
                .asBoolean();
    }

    /** By Keycloak's own pages behind the link. */
    private static void choose(Page page, String link) {
        page.navigate(link);
        page.locator("a[href*='action-token']").click();
        page.locator("#password-new").fill(NEW_PASSWORD);
        page.locator("#password-confirm").fill(NEW_PASSWORD);
        page.locator("#kc-form-buttons [type=submit], [type=submit]").first().click();
        page.locator("#password-new")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    private void addPasskey(String label, long createdAt) {
        ObjectNode user = Json.object();
        user.putArray("credentials")
                .addObject()
                .put("type", "webauthn-passwordless")
                .put("userLabel", label)
                .put("createdDate", createdAt)
                .put("secretData", "{}")
                .put("credentialData", "{\"credentialId\":\"" + Math.abs(label.hashCode()) + "\",\"counter\":0}");
        realm.admin()
                .put(
                        "/users/" + id,
                        user.setAll(realm.admin().user(person.email()).<ObjectNode>deepCopy()));
    }
}
