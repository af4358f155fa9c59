package io.keyward.it.endings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Opens of an account whatever can be open of one, each in a browser or at a client of its own. */
final class Footholds {

    /** A client at which people are asked for consent. */
    private static final String CONSENT = "test-consent";

    private static final String API = "test-api";
    private static final String SECRET = "test-secret";

    private final TestRealm realm;
    private final Person person;
    private final String userId;
    private final List<Foothold> open = new ArrayList<>();

    private Footholds(TestRealm realm, Person person) {
        this.realm = realm;
        this.person = person;
        this.userId = realm.admin().userId(person.email());
    }

    /** The realm that ships, with the clients that this needs, and no mails about new devices. */
    static TestRealm realm() {
        return TestRealm.shipped()
                .withClient(api())
                .with(Footholds::addConsentClient)
                .withRequiredAction("keyward-devices", "device-limit", "0")
                .withRequiredAction("keyward-devices", "new-device-mails", "false");
    }

    static List<Foothold> of(TestRealm realm, Person person) {
        Footholds footholds = new Footholds(realm, person);
        footholds.session();
        footholds.remembered();
        footholds.tokens("offline", footholds.direct("openid offline_access"));
        footholds.tokens("password grant", footholds.direct("openid"));
        footholds.code();
        footholds.parkedAtAction();
        footholds.parkedAtConsent();
        return footholds.open;
    }

    /** Those that still lead in. Each is tried once. */
    static List<Foothold> open(List<Foothold> footholds) {
        return footholds.stream().filter(Foothold::isOpen).toList();
    }

    private void session() {
        Visitor visitor = signedIn(Map.of());
        tokens("session", visitor.tokens());
        open.add(new Foothold("cookie of the session", () -> comesIn(visitor.browser())));
    }

    private void remembered() {
        Visitor visitor = signedIn(Map.of("rememberMe", "on"));
        open.add(new Foothold("remembered sign-in", () -> comesIn(visitor.browser())));
    }

    private void tokens(String what, TokenAnswer tokens) {
        open.add(new Foothold("access token at introspection, " + what, () -> active(realm, tokens)));
        open.add(new Foothold(
                "access token at userinfo, " + what,
                () -> realm.app().userinfo(tokens.accessToken()).status() == 200));
        open.add(new Foothold("refresh token, " + what, () -> refresh(tokens).status() == 200));
    }

    private void code() {
        Visitor visitor = signedIn(Map.of());
        open.add(new Foothold("code not redeemed yet", () -> redeemed(realm.app(), visitor.authorization())));
    }

    private void parkedAtAction() {
        Visitor visitor = parked(realm, person, userId, "UPDATE_PROFILE");
        open.add(new Foothold("parked at a required action", () -> {
            visitor.browser().submit(visitor.page().one("form[method=post]"), Map.of("firstName", "Mallory"));
            return visitor.signedIn()
                    && redeemed(realm.app(), visitor.authorization())
                    && realm.admin()
                            .user(person.email())
                            .get("firstName")
                            .asText()
                            .equals("Mallory");
        }));
    }

    /** Keycloak sends the browser on with a code there, without a look at the required actions. */
    private void parkedAtConsent() {
        OAuthClient client = realm.client(CONSENT, null);
        OAuthClient.Authorization request =
                client.authorization(realm.appServer().callbackUrl());
        HttpBrowser browser = new HttpBrowser();
        browser.open(request.url());
        browser.submit(
                browser.page().one("#kc-form-login"),
                Map.of("username", person.email(), "password", person.password()));
        var consent = browser.page().one("form[action*=consent]");
        open.add(new Foothold("parked at the consent", () -> {
            browser.submit(consent, Map.of("accept", "Yes"));
            return redeemed(client, request);
        }));
    }

    /** Somebody who has given the password and stands at this action, which only this sign-in is asked for. */
    static Visitor parked(TestRealm realm, Person person, String userId, String action) {
        realm.admin()
                .changeUser(userId, user -> user.putArray("requiredActions").add(action));
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), person.password());
        if (!visitor.page().url().contains(action)) {
            throw new AssertionError("Not at " + action + ": " + visitor.page().text());
        }
        realm.admin().changeUser(userId, user -> user.putArray("requiredActions"));
        return visitor;
    }

    static boolean active(TestRealm realm, TokenAnswer tokens) {
        return realm.client(API, SECRET)
                .introspect(tokens.accessToken())
                .ok()
                .json()
                .path("active")
                .asBoolean();
    }

    private TokenAnswer refresh(TokenAnswer tokens) {
        return (tokens.claims().get("azp").asText().equals("test-app") ? realm.app() : realm.direct())
                .refresh(tokens.refreshToken());
    }

    private TokenAnswer direct(String scope) {
        return realm.direct().password(person.email(), person.password(), scope);
    }

    private Visitor signedIn(Map<String, String> more) {
        Visitor visitor = new Visitor(realm);
        visitor.openSignIn();
        Map<String, String> fields = new java.util.HashMap<>(more);
        fields.put("username", person.email());
        fields.put("password", person.password());
        visitor.browser().submit(visitor.page().one("#kc-form-login"), fields);
        if (!visitor.signedIn()) {
            throw new AssertionError(visitor.page().text());
        }
        return visitor;
    }

    private boolean comesIn(HttpBrowser browser) {
        Visitor again = new Visitor(realm, browser.newTab());
        again.openSignIn();
        return again.signedIn();
    }

    private boolean redeemed(OAuthClient client, OAuthClient.Authorization request) {
        if (!realm.appServer().hasRedirect(request)) {
            return false;
        }
        String code = realm.appServer().redirect(request).get("code");
        return code != null && client.code(code, request).status() == 200;
    }

    private static ObjectNode api() {
        ObjectNode client = Json.object()
                .put("clientId", API)
                .put("secret", SECRET)
                .put("publicClient", false)
                .put("standardFlowEnabled", false);
        client.putObject("attributes").put("allow.token.introspection.without.audience.check", "true");
        return client;
    }

    /** A copy of the application, whose address the test server gives only when the realm is made. */
    private static void addConsentClient(ObjectNode definition) {
        for (var candidate : definition.withArray("/clients")) {
            if (candidate.path("clientId").asText().equals("test-app")) {
                ObjectNode copy = candidate.deepCopy();
                definition
                        .withArray("/clients")
                        .add(copy.put("clientId", CONSENT).put("consentRequired", true));
                return;
            }
        }
        throw new AssertionError("no test-app");
    }

    static Answer userinfo(TestRealm realm, TokenAnswer tokens) {
        return realm.app().userinfo(tokens.accessToken());
    }
}
