package io.keyward.examples.spring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application on a real Keycloak with Keyward, in a real browser. */
class SpringAppIT {

    private static final String USER = "user@example.test";
    private static final String USER_PASSWORD = "user drinks green tea";
    private static final String ADMIN = "admin@example.test";
    private static final String ADMIN_PASSWORD = "admin wears a red hat";

    private static Surroundings around;
    private static Chromium chromium;

    private Page page;

    @BeforeAll
    static void start() {
        around = new Surroundings();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (around != null) {
            around.close();
        }
    }

    @BeforeEach
    void open() {
        page = chromium.open();
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void signsInWithPkceAndKnowsTheRole() {
        page.navigate(around.origin());
        assertThat(page.locator("h1")).hasText("Welcome");
        looks("spring-welcome");
        page.locator("#sign-in").click();
        page.locator("#kc-form-login").waitFor();
        assertThat(page.url())
                .contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce=", "keyward-devices");
        submit(page, USER, USER_PASSWORD);
        assertThat(page.locator("h1")).hasText("Hello, Uma User");
        assertThat(page.locator(".role")).hasText("user");
        assertThat(page.locator(".device")).hasText(java.util.regex.Pattern.compile("[0-9a-f-]{36}"));
        assertThat(page.locator("nav a")).hasText(new String[] {"Home", "Devices"});
        looks("spring-home");
        assertThat(page.navigate(around.origin() + "/admin").status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Not for you");
        looks("spring-forbidden");
    }

    @Test
    void administratorsSeeMore() {
        signIn(page, "/admin", ADMIN, ADMIN_PASSWORD);
        assertThat(page.locator("h1")).hasText("Administration");
        assertThat(page.locator("nav a")).hasText(new String[] {"Home", "Devices", "Administration"});
        looks("spring-admin");
    }

    @Test
    void signsOutHereAndAtKeycloak() {
        signIn(page, "/home", USER, USER_PASSWORD);
        page.locator("#sign-out").click();
        assertThat(page.locator("h1")).hasText("Welcome");
        assertThat(page.url()).isEqualTo(around.origin() + "/");
        page.navigate(around.origin() + "/home");
        assertThat(page.locator("#kc-form-login")).isVisible();
    }

    /** The application asks Keycloak nothing for the page: it is told. */
    @Test
    void anotherDeviceIsSignedOutByTheBackChannel() {
        Page other = chromium.open();
        signIn(other, "/home", USER, USER_PASSWORD);
        signIn(page, "/devices", USER, USER_PASSWORD);
        assertThat(page.locator(".here")).hasCount(1);
        int devices = page.locator(".devices li").count();
        assertThat(devices).isGreaterThan(1);
        looks("spring-devices");
        other.reload();
        assertThat(other.locator("h1")).hasText("Hello, Uma User");
        // Last seen first: after this one comes the other.
        page.locator(".end").first().click();
        assertThat(page.locator(".notice")).hasText("Signed out.");
        assertThat(page.locator(".devices li")).hasCount(devices - 1);
        await("the back channel").atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            other.navigate(around.origin() + "/home");
            assertThat(other.locator("#kc-form-login").count()).isEqualTo(1);
        });
        page.reload();
        assertThat(page.locator(".here")).hasCount(1);
        other.context().close();
    }

    @Test
    void aForgedLogoutTokenEndsNothing() throws Exception {
        signIn(page, "/home", USER, USER_PASSWORD);
        String backChannel = around.origin() + "/logout/connect/back-channel/keyward";
        Program stranger = new Program(around.issuer());
        assertThat(stranger.post(backChannel, Map.of("logout_token", "made.up.token"))
                        .statusCode())
                .isEqualTo(400);
        String accessToken = stranger.token("program", USER, USER_PASSWORD);
        assertThat(stranger.post(backChannel, Map.of("logout_token", accessToken))
                        .statusCode())
                .as("a token of the realm that is none for this")
                .isEqualTo(400);
        page.reload();
        assertThat(page.locator("h1")).hasText("Hello, Uma User");
    }

    @Test
    void refreshesWithRotation() throws Exception {
        signIn(page, "/devices", ADMIN, ADMIN_PASSWORD);
        for (int i = 0; i < 3; i++) {
            page.reload();
            assertThat(page.locator(".here")).hasCount(1);
        }
        try (Connection connection = around.stack().database().connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select max(generation) from keyward_refresh_chain where ended_at is null")) {
            rows.next();
            assertThat(rows.getInt(1))
                    .as("how often a refresh token was replaced")
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aSignInThatFailsSaysSo() {
        page.navigate(around.origin() + "/login/oauth2/code/keyward?error=access_denied&state=none");
        assertThat(page.locator(".notice")).hasText("You were not signed in. Try it again.");
    }

    @Test
    void theApiTakesTokensThatAreMeantForIt() throws Exception {
        Program program = new Program(around.issuer());
        String api = around.origin() + "/api/me";
        String token = program.token("program", ADMIN, ADMIN_PASSWORD);
        assertThat(program.get(api, token).statusCode()).isEqualTo(200);
        assertThat(program.get(api, token).body())
                .contains("\"email\":\"" + ADMIN + "\"", "\"admin\"", "\"user\"", "\"device\":\"");
        assertThat(program.get(api, null).statusCode()).isEqualTo(401);
        assertThat(program.get(api, token + "x").statusCode()).isEqualTo(401);
        assertThat(program.get(api, program.token("admin-cli", ADMIN, ADMIN_PASSWORD))
                        .statusCode())
                .as("a token for somebody else")
                .isEqualTo(401);
    }

    @Test
    void pagesBringNoScriptAndLetNobodyFrameThem() throws Exception {
        var answer = new Program(around.issuer()).get(around.origin() + "/", null);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body()).doesNotContain("<script", "style=\"");
        for (String path : List.of("/home", "/devices", "/admin")) {
            assertThat(new Program(around.issuer())
                            .get(around.origin() + path, null)
                            .statusCode())
                    .as(path)
                    .isEqualTo(302);
        }
    }

    private static void signIn(Page in, String path, String name, String password) {
        in.navigate(around.origin() + path);
        submit(in, name, password);
        in.locator("nav").waitFor();
    }

    private static void submit(Page in, String name, String password) {
        in.locator("#username").fill(name);
        in.locator("#password").fill(password);
        in.locator("#kc-login").click();
    }

    private static void looks(Page shown, String name) {
        assertThat(Chromium.looks(shown, name)).as("readable on a phone").isTrue();
    }

    private void looks(String name) {
        looks(page, name);
    }
}
