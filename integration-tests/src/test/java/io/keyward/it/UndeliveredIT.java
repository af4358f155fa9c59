package io.keyward.it;

import static io.keyward.it.harness.MailtrapWebhook.bounce;
import static io.keyward.it.harness.MailtrapWebhook.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.MailtrapWebhook;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import io.keyward.it.pages.AppPage;
import io.keyward.it.pages.ChangeAddressPage;
import io.keyward.it.pages.LoginPage;
import io.keyward.it.pages.WaitingPage;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail that comes back: admins see it at the user, and the person is asked for another address. */
class UndeliveredIT {

    private static final String SECRET = "8d9a3c0e7f5b4d4d9c2b1a5e5a8b3e7d";
    private static final String PAGE = "#keyward-undelivered";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            .with(definition -> definition.withObject("/attributes").put("keyward.mailtrap.webhook-secret", SECRET));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();
    private final Person moved = person.withEmail("moved." + person.email());
    private MailtrapWebhook webhook;
    private String id;

    @BeforeEach
    void someone() {
        webhook = new MailtrapWebhook(realm.url(), SECRET);
        id = realm.admin().createProvedUser(person);
    }

    @Test
    void theAdminSeesItAndThePersonProvesAnotherAddress() {
        assertThat(undelivered(id)).isEmpty();
        bounces();
        JsonNode seen = undelivered(id).get(0);
        assertThat(seen.path("address").asText()).isEqualTo(person.email());
        assertThat(seen.path("reason").asText()).isEqualTo("bounced");
        assertThat(seen.path("category").asText()).isEqualTo("badrecipient");
        assertThat(seen.path("replyCode").asInt()).isEqualTo(550);

        Visitor visitor = signIn(person);
        assertThat(visitor.page().has(PAGE)).as(visitor.page().text()).isTrue();
        assertThat(visitor.page().text()).contains(person.email());
        assertThat(visitor.signedIn()).isFalse();
        visitor.changeAddress(moved.email());
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        assertThat(realm.direct().password(moved.email(), moved.password()).holdsNoToken())
                .as("before the proof")
                .isTrue();
        Mail mail = next(moved.email());
        visitor.enterCode(mail.code());

        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertThat(visitor.tokens().claims().path("email").asText()).isEqualTo(moved.email());
        assertThat(undelivered(id)).isEmpty();
        assertThat(signIn(moved).signedIn()).as("asked no more").isTrue();
        assertThat(next(person.email()).subject())
                .as("the old address is told all the same")
                .startsWith("The email address of your account");
    }

    @Test
    void notNowHoldsForThisSignIn() {
        bounces();
        Visitor visitor = signIn(person);
        visitor.goOn();
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        Visitor elsewhere = visitor.newTab();
        elsewhere.openSignIn();
        assertThat(elsewhere.signedIn()).as(elsewhere.page().text()).isTrue();
        assertThat(undelivered(id)).hasSize(1);

        Visitor later = signIn(person);
        assertThat(later.page().has(PAGE)).isTrue();
    }

    @Test
    void programsAreNotRefused() {
        bounces();
        assertThat(realm.direct().password(person.email(), person.password()).status())
                .isEqualTo(200);
    }

    @Test
    void anAddressOfSomebodyElseLooksLikeAnyOther() {
        Person owner = Person.ada();
        realm.admin().createProvedUser(owner);
        bounces();
        Visitor visitor = signIn(person);
        visitor.changeAddress(owner.email());
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        assertThat(visitor.page().text()).contains(owner.email());
        assertThat(visitor.page().has("#keyward-change-form")).isTrue();
        assertThat(next(owner.email()).subject()).startsWith("You already have an account");
        visitor.goOn();
        assertThat(visitor.waits()).as("goes on waiting").isTrue();
        visitor.enterCode("0000 0000");
        assertThat(visitor.waits()).isTrue();
        assertThat(realm.admin().userId(person.email())).as("unchanged").isEqualTo(id);

        visitor.wrongAddress();
        visitor.changeAddress(person.email());
        assertThat(visitor.page().text()).contains("the address you have already");
        visitor.changeAddress(moved.email());
        visitor.enterCode(next(moved.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void aNewAddressThatWasMistypedCanBeCorrectedAtTheNextSignIn() {
        bounces();
        Person mistyped = person.withEmail("mistyped." + person.email());
        signIn(person).changeAddress(mistyped.email());

        Visitor again = signIn(mistyped);
        assertThat(again.waits()).as(again.page().text()).isTrue();
        again.wrongAddress();
        again.changeAddress(moved.email());
        again.enterCode(next(moved.email()).code());
        assertThat(again.signedIn()).as(again.page().text()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "nobody", "a@b", "x\r\nBcc: thief@example.org"})
    void whatIsNoAddressIsSaid(String typed) {
        bounces();
        Visitor visitor = signIn(person);
        visitor.changeAddress(typed);
        assertThat(visitor.page().has(PAGE)).as(visitor.page().text()).isTrue();
        assertThat(visitor.page().has("#input-error-email")).isTrue();
        assertThat(realm.admin().userId(person.email())).isEqualTo(id);
        visitor.changeAddress(person.email());
        assertThat(visitor.page().text()).contains("the address you have already");
    }

    @Test
    void whoeverWasNeverProvedIsAskedBeforeAnotherMailIsSent() {
        Person waiting = Person.ada();
        new Visitor(realm).register(waiting);
        // Before the proof that is to come.
        report(bounce(outboxId(next(waiting.email())), waiting.email())
                .put("timestamp", Instant.now().getEpochSecond()));

        Visitor visitor = signIn(waiting);
        assertThat(visitor.page().has(PAGE)).as(visitor.page().text()).isTrue();
        assertThat(realm.mailbox().count(waiting.email())).isEqualTo(1);
        visitor.goOn();
        assertThat(visitor.waits()).as("keeps it").isTrue();
        visitor.enterCode(next(waiting.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertThat(undelivered(realm.admin().userId(waiting.email())))
                .as("proved, so mail does reach it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spam", "unsubscribe"})
    void whoeverGetsNoMoreMailIsAsked(String type) {
        report(event(type, mailed(), person.email()));
        assertThat(undelivered(id)).hasSize(1);
    }

    @Test
    void aSuppressedAddressIsToldAndASenderAtFaultIsNot() {
        String mail = mailed();
        report(event("suspension", mail, person.email()).put("reason", "Your account has reached its daily limit"));
        report(event("reject", mail, person.email()).put("reason", "The domain is not verified"));
        report(event("soft bounce", mail, person.email()).put("bounce_category", "greylisting"));
        report(bounce(mail, person.email()).put("bounce_category", "spam_gmail"));
        assertThat(undelivered(id)).isEmpty();
        report(event("reject", mail, person.email())
                .put("reason", "Recipient in suppression list. Reason: hard bounce"));
        assertThat(undelivered(id).get(0).path("reason").asText()).isEqualTo("rejected");
    }

    @Test
    void aBounceOfACopyToSomebodyElseIsNotThePersons() {
        report(bounce(mailed(), "archive@example.org"));
        assertThat(undelivered(id)).isEmpty();
    }

    @Test
    void aMailToAnEarlierAddressSaysNothingAboutThePresentOne() {
        String mail = mailed();
        realm.admin().changeUser(id, user -> user.put("email", moved.email()));
        report(bounce(mail, person.email()));
        assertThat(undelivered(id)).isEmpty();
    }

    @Test
    void whatHappenedBeforeAnAdminClearedItCountsNoMore() {
        String first = mailed();
        String second = mailed();
        ObjectNode bounce = bounce(first, person.email());
        report(bounce);
        ObjectNode late =
                bounce(second, person.email()).put("timestamp", Instant.now().getEpochSecond());
        realm.admin().delete("/keyward/users/" + id + "/undelivered");
        report(bounce);
        report(late);
        assertThat(undelivered(id)).isEmpty();
        assertThat(realm.admin()
                        .get("/admin-events?max=1&operationTypes=ACTION&resourceTypes=USER")
                        .path(0)
                        .path("resourcePath")
                        .asText())
                .endsWith(id + "/undelivered");
        report(bounce(mailed(), person.email()));
        assertThat(undelivered(id)).as("a new one does").hasSize(1);
    }

    @Test
    void aMailThatArrivesLaterClearsIt() {
        bounces();
        report(event("delivery", mailed(), person.email()));
        assertThat(undelivered(id)).isEmpty();
        assertThat(signIn(person).signedIn()).isTrue();
    }

    @Test
    void theMarkGoesWithTheUserAndTheRealmKeepsOthers() {
        bounces();
        assertThat(realm.database().rowsOfUser(id)).containsKey("KEYWARD_UNDELIVERED");
        realm.admin().deleteUser(id);
        assertThat(realm.database().rowsOfUser(id)).doesNotContainKey("KEYWARD_UNDELIVERED");
    }

    @Test
    void permissionsCount() {
        bounces();
        String viewer = token("view-users");
        String other = token("view-realm", "manage-realm");
        String owner =
                realm.direct().password(person.email(), person.password()).accessToken();
        for (String nobody : new String[] {other, owner}) {
            assertThat(call("GET", nobody).status()).isEqualTo(403);
            assertThat(call("DELETE", nobody).status()).isEqualTo(403);
        }
        assertThat(call("GET", viewer).status()).isEqualTo(200);
        assertThat(call("DELETE", viewer).status()).isEqualTo(403);
        assertThat(undelivered(id)).hasSize(1);
        assertThat(call("DELETE", token("manage-users")).status()).isEqualTo(204);
        assertThat(undelivered(id)).isEmpty();
    }

    @Test
    void inABrowser() {
        bounces();
        Page page = browsers.open();
        var authorization = realm.authorization();
        LoginPage.open(page, authorization).signIn(person.email(), person.password());
        ChangeAddressPage asked = new ChangeAddressPage(page).shown();
        assertThat(asked.address()).isEmpty();
        Screenshots.take(page, "40-undelivered");
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
        asked.change("nobody");
        assertThat(asked.error()).isNotBlank();
        Screenshots.take(page, "41-undelivered-error");
        WaitingPage waiting = asked.change(moved.email()).shown();
        assertThat(waiting.address()).isEqualTo(moved.email());
        waiting.enterCode(next(moved.email()).code());
        AppPage.signedIn(page, realm.appServer());
    }

    @Test
    void inGerman() {
        bounces();
        Page page = browsers.open("de-DE");
        LoginPage.open(page, realm.authorization()).signIn(person.email(), person.password());
        new ChangeAddressPage(page).shown();
        assertThat(page.locator("body").innerText()).contains("Unsere E-Mails erreichen Sie nicht", "Jetzt nicht");
        Screenshots.take(page, "42-undelivered-german");
        page.locator("#keyward-cancel").click();
        AppPage.signedIn(page, realm.appServer());
    }

    private void bounces() {
        report(bounce(mailed(), person.email()));
    }

    private void report(ObjectNode event) {
        webhook.send(event).ok();
    }

    /** Has Keycloak send the person a mail, and gives its id in the outbox. */
    private String mailed() {
        realm.admin().put("/users/" + id + "/execute-actions-email", Json.array("UPDATE_PASSWORD"));
        return outboxId(next(person.email()));
    }

    private static Mail next(String address) {
        return realm.mailbox().next(address);
    }

    private static String outboxId(Mail mail) {
        return Json.read(mail.caught().header("X-MT-Custom-Variables"))
                .get("outbox_id")
                .asText();
    }

    private static Visitor signIn(Person person) {
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), person.password());
        return visitor;
    }

    private static JsonNode undelivered(String userId) {
        return realm.admin().get("/keyward/users/" + userId + "/undelivered").get("undelivered");
    }

    private Answer call(String method, String token) {
        String url = realm.keyward().url() + "/admin/realms/" + realm.name() + "/keyward/users/" + id + "/undelivered";
        return Http.send(
                Http.request(url).header("Authorization", "Bearer " + token).method(method, BodyPublishers.noBody()));
    }

    /** Of somebody with these roles of {@code realm-management}, and no others. */
    private static String token(String... roles) {
        Person admin = Person.ada();
        String adminId = realm.admin().createProvedUser(admin);
        String management = realm.admin().clientUuid("realm-management");
        List<JsonNode> mapped = Stream.of(roles)
                .map(role -> realm.admin().get("/clients/" + management + "/roles/" + role))
                .toList();
        realm.admin()
                .post(
                        "/users/" + adminId + "/role-mappings/clients/" + management,
                        Json.array().addAll(mapped));
        return realm.client("admin-cli", null)
                .password(admin.email(), admin.password())
                .accessToken();
    }
}
