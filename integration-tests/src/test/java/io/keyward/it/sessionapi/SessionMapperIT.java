package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator switches the API on for a client, sets it up and switches it off: by the admin API, and in the console. */
class SessionMapperIT {

    private static final String CLIENT = "asks-later";

    @RegisterExtension
    final TestRealm realm = Apps.realm().withClient(Apps.withoutApi(CLIENT));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();
    private Front front;
    private String mappers;

    @BeforeEach
    void account() {
        realm.admin().createProvedUser(person);
        front = new Front(realm.url() + "/keyward/auth/clients/" + CLIENT);
        mappers = "/clients/" + realm.admin().clientUuid(CLIENT) + "/protocol-mappers/models";
    }

    @Test
    void onAndOff() {
        refused(front.login(person), 404, "session_api_off");
        refused(Front.of(realm).get("me"), 404, "session_api_off");

        String id = realm.admin().post(mappers, Apps.mapper(Map.of()));
        assertThat(front.login(person).status()).isEqualTo(200);
        assertThat(front.get("me").status()).isEqualTo(200);

        realm.admin().delete(mappers + "/" + id);
        refused(front.get("me"), 404, "session_api_off");
        refused(front.post("refresh"), 404, "session_api_off");
    }

    @Test
    void theConsoleIsToldWhatHolds() {
        String id = realm.admin().post(mappers, Apps.mapper(Map.of("same-site", "lax")));
        JsonNode config = realm.admin().get(mappers + "/" + id).get("config");
        assertThat(config.get("same-site").asText()).isEqualTo("lax");
        assertThat(config.get("refresh-token").asText()).isEqualTo("cookie");
        assertThat(config.get("access-cookie").asText()).isEqualTo("access_token");
        assertThat(config.get("address-limit").asText()).isEqualTo("30");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Map<String, String> wrong = Map.of(
                "same-site", "sometimes",
                "refresh-token", "header",
                "access-cookie", "a b",
                "refresh-cookie", "__Host-refresh",
                "cookie-domain", "localhost",
                "public-url", "ftp://example.org",
                "logout", "everything",
                "address-limit", "0",
                "account-limit", "plenty");
        wrong.forEach((name, value) -> {
            Answer answer = realm.admin().send("POST", mappers, Apps.mapper(Map.of(name, value)));
            assertThat(answer.status())
                    .as("%s=%s: %s", name, value, answer.body())
                    .isEqualTo(400);
            assertThat(answer.json().path("error_description").asText()).contains(" must be ");
        });
        String id = realm.admin().post(mappers, Apps.mapper(Map.of()));
        Answer second =
                realm.admin().send("POST", mappers, Apps.mapper(Map.of()).put("name", "again"));
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.json().path("error_description").asText()).contains("already");
        Answer changed = realm.admin()
                .send(
                        "PUT",
                        mappers + "/" + id,
                        Apps.mapper(Map.of("same-site", "x")).put("id", id));
        assertThat(changed.status()).isEqualTo(400);
    }

    /** One that several clients share would switch the API on for some of them by accident. */
    @Test
    void notInAScopeThatClientsShare() {
        String scope = StreamSupport.stream(realm.admin().get("/client-scopes").spliterator(), false)
                .filter(candidate -> candidate.get("name").asText().equals("profile"))
                .map(found -> found.get("id").asText())
                .findFirst()
                .orElseThrow();
        Answer answer = realm.admin()
                .send("POST", "/client-scopes/" + scope + "/protocol-mappers/models", Apps.mapper(Map.of()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        refused(front.login(person), 404, "session_api_off");
    }

    @Test
    void addsNothingToTokens() {
        Answer without = realm.client(CLIENT, null).post("token", passwordGrant());
        realm.admin().post(mappers, Apps.mapper(Map.of()));
        Answer with = realm.client(CLIENT, null).post("token", passwordGrant());
        assertThat(claims(with)).isEqualTo(claims(without));
    }

    @Test
    void inTheConsole() {
        Page page = browsers.open();
        page.setDefaultTimeout(60_000);
        String client = realm.admin().clientUuid(CLIENT);
        page.navigate(realm.keyward().url() + "/admin/master/console/#/" + realm.name() + "/clients/" + client
                + "/clientScopes/dedicated");
        page.locator("#username").fill(realm.keyward().stack().admin().username());
        page.locator("#password").fill(realm.keyward().stack().admin().password());
        page.locator("#kc-login").click();

        page.getByTestId("configure-a-new-mapper-empty-action").click();
        page.getByText("Session API (Keyward)").click();
        page.locator("#name").fill("session API");
        for (String label : new String[] {"Refresh token", "Public URL", "SameSite", "Cookie domain", "Scopes"}) {
            assertThat(page.getByText(label, new Page.GetByTextOptions().setExact(true))
                            .first()
                            .isVisible())
                    .as(label)
                    .isTrue();
        }
        Screenshots.take(page, "session-api-mapper");
        Locator cookie =
                page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name of the access cookie"));
        PlaywrightAssertions.assertThat(cookie).hasValue("access_token");
        cookie.fill("not a name");
        save(page);
        Locator complaint = page.getByText("must be 1 to 50 of").first();
        PlaywrightAssertions.assertThat(complaint).isVisible();
        cookie.fill("shop");
        save(page);
        await("the mapper is saved").until(() -> realm.admin().get(mappers).size() == 1);

        Answer login = front.login(person);
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(Front.setCookie(login, "shop")).contains("SameSite=Strict");
    }

    private static void save(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
    }

    private Map<String, String> passwordGrant() {
        return Map.of(
                "grant_type", "password", "username", person.email(), "password", person.password(), "scope", "openid");
    }

    private static Set<String> claims(Answer answer) {
        Set<String> names = new TreeSet<>();
        String token = answer.ok().json().get("access_token").asText();
        TokenAnswer.claims(token).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
