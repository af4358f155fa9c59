package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import io.keyward.it.pages.LoginPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On two devices at most: the third takes a place, or waits for one. */
class DeviceLimitIT {

    private static final String ACTION = "keyward-devices";

    @RegisterExtension
    static final TestRealm givingWay = TestRealm.shipped().withRequiredAction(ACTION, "device-limit", "2");

    @RegisterExtension
    static final TestRealm refusing = TestRealm.shipped()
            .withRequiredAction(ACTION, "device-limit", "2")
            .withRequiredAction(ACTION, "at-limit", "refuse-new-device");

    @RegisterExtension
    static final TestRealm unlimited = TestRealm.shipped().withRequiredAction(ACTION, "device-limit", "0");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person ada = Person.ada();

    @Nested
    class TheLongestUnusedGivesWay {

        private DeviceList devices;

        @BeforeEach
        void adaHasAnAccount() {
            devices = new DeviceList(givingWay, givingWay.admin().createProvedUser(ada));
        }

        @Test
        void theLongestUnusedIsSignedOut() {
            TokenAnswer first = signIn(givingWay, new HttpBrowser()).tokens();
            TokenAnswer second = signIn(givingWay, new HttpBrowser()).tokens();

            TokenAnswer third = signIn(givingWay, new HttpBrowser()).tokens();

            assertThat(devices.signedIn()).containsExactlyInAnyOrder(device(second), device(third));
            TokenAnswer refused = givingWay.app().refresh(first.refreshToken());
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(givingWay.app().refresh(second.refreshToken()).status()).isEqualTo(200);
        }

        @Test
        void aDeviceThatIsSignedInTakesNoOtherPlace() {
            HttpBrowser browser = new HttpBrowser();
            signIn(givingWay, browser);
            TokenAnswer second = signIn(givingWay, new HttpBrowser()).tokens();

            browser.setCookie("KEYCLOAK_", null);
            browser.setCookie("AUTH_SESSION", null);
            Visitor again = signIn(givingWay, browser);

            assertThat(devices.signedIn()).containsExactlyInAnyOrder(device(second), device(again.tokens()));
            assertThat(givingWay.app().refresh(second.refreshToken()).status()).isEqualTo(200);
        }

        @Test
        void aDeviceThatCameBackTakesAPlaceAgain() {
            HttpBrowser browser = new HttpBrowser();
            TokenAnswer first = signIn(givingWay, browser).tokens();
            TokenAnswer second = signIn(givingWay, new HttpBrowser()).tokens();
            TokenAnswer third = signIn(givingWay, new HttpBrowser()).tokens();
            assertThat(devices.signedIn()).containsExactlyInAnyOrder(device(second), device(third));

            TokenAnswer back = signIn(givingWay, browser).tokens();

            assertThat(device(back)).isEqualTo(device(first));
            assertThat(devices.signedIn()).containsExactlyInAnyOrder(device(third), device(back));
        }

        @Test
        void programsGiveWayToo() {
            TokenAnswer first = password(givingWay, "first-program-of-ada");
            password(givingWay, "second-program-of-ada");
            password(givingWay, "third-program-of-ada");

            assertThat(devices.signedIn()).hasSize(2).doesNotContain(device(first));
            assertThat(givingWay.direct().refresh(first.refreshToken()).error()).isEqualTo("invalid_grant");
        }

        @Test
        void signInsAtOnceDoNotExceedIt() throws Exception {
            List<TokenAnswer> answers =
                    atOnce(8, number -> password(givingWay, "program-number-" + number + "-of-ada"));

            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(devices.all()).hasSize(8);
            assertThat(devices.signedIn()).hasSize(2);
            long alive = answers.stream()
                    .filter(answer ->
                            givingWay.direct().refresh(answer.refreshToken()).status() == 200)
                    .count();
            assertThat(alive).isEqualTo(2);
        }
    }

    @Nested
    class TheNewOneIsRefused {

        private String adaId;
        private DeviceList devices;

        @BeforeEach
        void adaHasAnAccount() {
            adaId = refusing.admin().createProvedUser(ada);
            devices = new DeviceList(refusing, adaId);
        }

        @Test
        void aBrowserMeetsAPageThatLetsItThroughWhenThereIsRoom() {
            TokenAnswer first = signIn(refusing, new HttpBrowser()).tokens();
            signIn(refusing, new HttpBrowser());

            Visitor third = signIn(refusing, new HttpBrowser());
            assertThat(third.page().has("#keyward-device-limit"))
                    .as(third.page().text())
                    .isTrue();
            assertThat(third.page().text()).contains("2 other devices");
            assertThat(third.signedIn()).isFalse();
            tryAgain(third);
            assertThat(third.page().has("#keyward-device-limit"))
                    .as("while it is full")
                    .isTrue();
            assertThat(devices.signedIn()).hasSize(2);
            assertThat(devices.all())
                    .as("nothing is kept of a device that never came in")
                    .hasSize(2);

            refusing.app().logout(first.refreshToken()).ok();
            tryAgain(third);

            assertThat(third.signedIn()).isTrue();
            assertThat(devices.signedIn()).hasSize(2).contains(device(third.tokens()));
        }

        @Test
        void thePageFitsAPhoneAndGoesOnByItsButton() {
            TokenAnswer first = signIn(refusing, new HttpBrowser()).tokens();
            signIn(refusing, new HttpBrowser());
            OAuthClient.Authorization authorization = refusing.authorization();
            Page page = browsers.open();
            LoginPage.open(page, authorization).signIn(ada.email(), ada.password());
            page.waitForSelector("#keyward-device-limit");
            Screenshots.take(page, "20-device-limit");
            assertThat(Screenshots.fitsPhone(page)).isTrue();

            refusing.app().logout(first.refreshToken()).ok();
            page.locator("#keyward-device-limit-again").click();

            assertThat(refusing.tokens(authorization).claims().has("device_id")).isTrue();
        }

        @Test
        void noParameterLeadsPastThePage() {
            fill();
            OAuthClient.Authorization asked =
                    refusing.app().authorization(refusing.appServer().callbackUrl(), Map.of("kc_action", ACTION));
            HttpBrowser browser = new HttpBrowser();
            browser.open(asked.url());
            browser.submit(
                    browser.page().one("#kc-form-login"), Map.of("username", ada.email(), "password", ada.password()));
            assertThat(browser.page().has("#keyward-device-limit")).isTrue();

            browser.submit(browser.page().one("#keyward-device-limit-form"), Map.of("cancel-aia", "true"));

            assertThat(refusing.appServer().hasRedirect(asked)
                            && refusing.appServer().redirect(asked).containsKey("code"))
                    .isFalse();
            assertThat(devices.signedIn()).hasSize(2);
        }

        @Test
        void whoIsSignedInGoesOnAtOtherApplicationsAndSignsInAnew() {
            HttpBrowser browser = new HttpBrowser();
            signIn(refusing, browser);
            signIn(refusing, new HttpBrowser());

            Visitor other = new Visitor(refusing, browser);
            other.openSignIn();
            assertThat(other.signedIn()).isTrue();

            browser.setCookie("KEYCLOAK_", null);
            browser.setCookie("AUTH_SESSION", null);
            assertThat(signIn(refusing, browser).signedIn()).isTrue();
            assertThat(devices.signedIn()).hasSize(2);
        }

        @Test
        void aProgramIsToldByInvalidGrant() {
            fill();
            int sessions = refusing.admin().sessions(adaId).size();

            TokenAnswer refused = password(refusing, "one-program-too-many");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.errorDescription()).contains("too many devices");
            assertThat(refused.holdsNoToken()).isTrue();
            assertThat(refusing.admin().sessions(adaId)).as("sessions").hasSize(sessions);
            assertThat(devices.all()).hasSize(2);
            assertThat(refusing.admin().events("LOGIN_ERROR", adaId))
                    .anyMatch(event -> event.path("error").asText().equals("device_limit_reached"));
        }

        @Test
        void signInsAtOnceDoNotExceedIt() throws Exception {
            List<TokenAnswer> answers = atOnce(8, number -> password(refusing, "program-number-" + number + "-of-ada"));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allMatch(answer -> "invalid_grant".equals(answer.error()));
            assertThat(devices.signedIn()).hasSize(2);
        }

        @Test
        void browsersAtOnceDoNotExceedIt() throws Exception {
            signIn(refusing, new HttpBrowser());

            List<Visitor> visitors = atOnce(4, number -> signIn(refusing, new HttpBrowser()));

            assertThat(visitors).filteredOn(Visitor::signedIn).hasSize(1);
            assertThat(devices.signedIn()).hasSize(2);
        }

        private void fill() {
            signIn(refusing, new HttpBrowser());
            signIn(refusing, new HttpBrowser());
        }

        private static void tryAgain(Visitor visitor) {
            visitor.browser().submit(visitor.page().one("#keyward-device-limit-form"), Map.of());
        }
    }

    @Test
    void zeroIsNoLimit() {
        DeviceList devices = new DeviceList(unlimited, unlimited.admin().createProvedUser(ada));
        for (int number = 0; number < 12; number++) {
            password(unlimited, "program-number-" + number + "-of-ada");
        }
        assertThat(devices.signedIn()).hasSize(12);
    }

    private Visitor signIn(TestRealm realm, HttpBrowser browser) {
        Visitor visitor = new Visitor(realm, browser);
        visitor.signIn(ada.email(), ada.password());
        return visitor;
    }

    private TokenAnswer password(TestRealm realm, String deviceId) {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "password");
        form.put("username", ada.email());
        form.put("password", ada.password());
        form.put("scope", "openid");
        form.put("device_id", deviceId);
        return realm.direct().token(form);
    }

    private static String device(TokenAnswer tokens) {
        return tokens.claims().get("device_id").asText();
    }

    private interface Deed<T> {
        T by(int number);
    }

    private static <T> List<T> atOnce(int count, Deed<T> deed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> deeds = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                deeds.add(() -> deed.by(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(deeds)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
