package io.keyward.it.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.HttpBrowser.HtmlPage;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.OAuthClient.Authorization;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP ASVS 5.0, chapter 10: the authorization server as the realm definition leaves it, seen by who wants in. */
class AuthorizationServerIT {

    private static final String EXACT = "https://app.example.org/callback";
    private static final String WEB = "test-exact";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().withClient(exact());

    private final Person person = Person.ada();

    @BeforeEach
    void someone() {
        realm.admin().createProvedUser(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org/callback/",
                "https://app.example.org/callback?next=x",
                "https://app.example.org/callback/../elsewhere",
                "https://app.example.org/Callback",
                "http://app.example.org/callback",
                "https://app.example.org:8443/callback",
                "https://app.example.org@evil.example.org/callback",
                "https://app.example.org.evil.example.org/callback",
                "https://evil.example.org/https://app.example.org/callback",
                "//evil.example.org/callback",
                "javascript:alert(1)",
                ""
            })
    void aRedirectUriIsTakenOnlyAsItIsRegistered(String address) {
        HtmlPage right = open(client().authorization(EXACT).url());
        assertThat(right.has("#kc-form-login")).isTrue();
        Answer refused = new HttpBrowser().fetch(client().authorization(address).url());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Location")).isNull();
    }

    @Test
    void aCodeWorksOnceAndASecondUseEndsItsTokens() {
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), person.password());
        Map<String, String> redirect = realm.appServer().redirect(visitor.authorization());
        TokenAnswer first = realm.app().code(redirect.get("code"), visitor.authorization());
        assertThat(realm.app().userinfo(first.accessToken()).status()).isEqualTo(200);

        TokenAnswer second = realm.app().code(redirect.get("code"), visitor.authorization());
        assertThat(second.error()).isEqualTo("invalid_grant");
        assertThat(realm.app().refresh(first.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(realm.app().userinfo(first.accessToken()).status()).isEqualTo(401);
    }

    @Test
    void withoutPkceThereIsNoCode() {
        for (Map<String, String> instead : List.of(
                Map.of("code_challenge", "", "code_challenge_method", ""),
                Map.of("code_challenge_method", "plain"),
                Map.of("code_challenge", "tooshort"))) {
            Authorization authorization =
                    realm.app().authorization(realm.appServer().callbackUrl(), instead);
            HttpBrowser browser = new HttpBrowser();
            browser.open(authorization.url());
            assertThat(realm.appServer().redirect(authorization))
                    .as("%s", instead)
                    .containsEntry("error", "invalid_request")
                    .doesNotContainKey("code");
        }
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() {
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), person.password());
        String code = realm.appServer().redirect(visitor.authorization()).get("code");
        Authorization thiefs = new Authorization(
                visitor.authorization().url(),
                visitor.authorization().redirectUri(),
                "a-verifier-that-the-thief-has-made-up-himself-0",
                visitor.authorization().state());
        assertThat(realm.app().code(code, thiefs).error()).isEqualTo("invalid_grant");
    }

    @Test
    void grantsThatAClientDoesNotNeedAreRefused() {
        for (String type : List.of("token", "id_token", "id_token token", "code token", "code id_token")) {
            Authorization authorization = realm.app()
                    .authorization(realm.appServer().callbackUrl(), Map.of("response_type", type, "nonce", "n"));
            // Answers to these travel in the fragment, which no application's server sees.
            String end = open(authorization.url()).url();
            assertThat(OAuthClient.parameters(URI.create(end)))
                    .as(type)
                    .containsEntry("error", "unauthorized_client")
                    .doesNotContainKeys("access_token", "id_token", "code");
        }
        TokenAnswer password = realm.app().password(person.email(), person.password());
        assertThat(password.error()).isEqualTo("unauthorized_client");
        assertThat(realm.app().clientCredentials().error()).isEqualTo("unauthorized_client");
        assertThat(realm.app()
                        .token(Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", "x"))
                        .holdsNoToken())
                .isTrue();
    }

    @Test
    void aConfidentialClientProvesWhoItIs() {
        OAuthClient impostor = realm.client("test-direct", "not-the-secret");
        assertThat(impostor.password(person.email(), person.password()).error())
                .isIn("unauthorized_client", "invalid_client");
        String refreshToken =
                realm.direct().password(person.email(), person.password()).refreshToken();
        assertThat(impostor.refresh(refreshToken).status()).isEqualTo(401);
        assertThat(impostor.introspect(refreshToken).status()).isEqualTo(401);
        assertThat(impostor.revoke(refreshToken).status()).isEqualTo(401);
        assertThat(realm.direct().refresh(refreshToken).status()).isEqualTo(200);
    }

    /** Forced logout: without the hint the person is asked, and nothing has ended until then. */
    @Test
    void signingOutByALinkAsksFirst() {
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), person.password());
        TokenAnswer tokens = visitor.tokens();
        HtmlPage page = visitor.browser().open(realm.app().endpoint("logout"));
        assertThat(page.has("form[action*=logout-confirm]")).as(page.text()).isTrue();
        assertThat(realm.app().refresh(tokens.refreshToken()).status()).isEqualTo(200);
    }

    /** Whoever plants the cookies of a sign-in that he has begun is not signed in when the other person has gone through it. */
    @Test
    void aPlantedSignInGivesItsPlanterNothing() {
        Visitor attacker = new Visitor(realm);
        attacker.openSignIn();
        String planted = attacker.browser().cookie("AUTH_SESSION_ID");
        HttpBrowser victims = new HttpBrowser();
        Visitor victim = new Visitor(realm, victims);
        victim.openSignIn();
        victims.setCookie("AUTH_SESSION_ID", planted);
        victim.openSignIn();
        victim.browser()
                .submit(
                        victim.page().one("#kc-form-login"),
                        Map.of("username", person.email(), "password", person.password()));

        Visitor again = new Visitor(realm, attacker.browser());
        HtmlPage page = again.openSignIn();
        assertThat(again.signedIn()).isFalse();
        assertThat(page.has("#kc-form-login")).as(page.text()).isTrue();
        assertThat(page.text()).doesNotContain(person.email());
    }

    private static HtmlPage open(String url) {
        return new HttpBrowser().open(url);
    }

    private static OAuthClient client() {
        return realm.client(WEB, null);
    }

    private static ObjectNode exact() {
        ObjectNode client =
                Json.object().put("clientId", WEB).put("publicClient", true).put("standardFlowEnabled", true);
        client.putArray("redirectUris").add(EXACT);
        client.putObject("attributes").put("pkce.code.challenge.method", "S256");
        return client;
    }
}
