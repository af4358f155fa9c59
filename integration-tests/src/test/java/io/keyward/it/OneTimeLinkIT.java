package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.HttpBrowser.HtmlPage;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mailed secrets work once, for whom and what they were made for, and whatever is sent instead gets a page. */
class OneTimeLinkIT {

    private static final String PASSWORD = "Owner-Chose-This-7";

    @RegisterExtension
    static final TestRealm realm =
            TestRealm.shipped().withRequiredAction("keyward-verify-email", "resend-cooldown", "0");

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.shipped();

    private final Person person = Person.ada();

    // Once

    @Test
    void ofAHundredAtOnceOneVerifies() throws Exception {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());

        List<Answer> answers = atOnce(
                100,
                i -> Http.post(
                        mail.link(),
                        Map.of(
                                "password-new",
                                "The-Password-Of-Number-" + i,
                                "password-confirm",
                                "The-Password-Of-Number-" + i)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.body()).contains("kw-page");
        });
        List<Integer> winners = IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).body().contains("Address confirmed"))
                .boxed()
                .toList();
        assertThat(winners).hasSize(1);
        String id = realm.admin().userId(person.email());
        assertThat(realm.admin().events("VERIFY_EMAIL", id)).hasSize(1);
        assertThat(realm.admin().proofs(id)).hasSize(1);
        assertThat(realm.database().count("select count(*) from keyward_email_proof where user_id = ?", id))
                .isEqualTo(1);
        assertThat(realm.direct()
                        .password(person.email(), "The-Password-Of-Number-" + winners.get(0))
                        .status())
                .as("the password of the one that verified")
                .isEqualTo(200);
        assertThat(visitor.state()).isEqualTo("elsewhere");
    }

    @Test
    void theCodeAndTheLinkShareOneUse() {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());
        visitor.enterCode(mail.code());
        assertThat(visitor.signedIn()).isTrue();

        Visitor elsewhere = new Visitor(realm);
        elsewhere.openLink(mail.link());
        assertThat(elsewhere.page().text()).contains("has been used");
        assertThat(elsewhere.page().has("#keyward-confirm-form")).isFalse();
        Answer forced = Http.post(mail.link(), Map.of("password-new", PASSWORD, "password-confirm", PASSWORD));
        assertThat(forced.status()).isLessThan(500);
        assertThat(realm.direct().password(person.email(), PASSWORD).error()).isEqualTo("invalid_grant");
        assertThat(realm.direct().password(person.email(), person.password()).status())
                .isEqualTo(200);
    }

    // Reading

    @Test
    void readingConsumesNothing() throws Exception {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());

        assertThat(Http.get(mail.link()).status()).isEqualTo(200);
        Answer head = Http.head(mail.link());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertNotKept(head);
        List<Answer> prefetches = atOnce(
                20,
                i -> Http.send(Http.request(mail.link())
                        .header("Sec-Purpose", i % 2 == 0 ? "prefetch" : "prefetch;prerender")
                        .header("User-Agent", "LinkScanner/1.0")
                        .GET()));
        assertThat(prefetches).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));

        assertThat(TokenRows.proofMethods(realm, person)).isEmpty();
        assertThat(visitor.state()).isEqualTo("waiting");
        assertThat(realm.admin().user(person.email()).get("emailVerified").asBoolean())
                .isFalse();
        Visitor tab = visitor.newTab();
        tab.openLink(mail.link());
        tab.confirm();
        assertThat(tab.page().text()).contains("Address confirmed");
    }

    @Test
    void noAnswerIsKeptOrTellsTheLinkToOthers() {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());
        assertNotKept(Http.get(mail.link()));
        assertNotKept(Http.get(mail.link() + "x"));
        assertNotKept(Http.post(mail.link(), Map.of()));
        Visitor tab = visitor.newTab();
        tab.openLink(mail.link());
        assertNotKept(tab.page().answer());
        tab.confirm();
        assertNotKept(tab.page().answer());
        assertNotKept(Http.get(mail.link()));
    }

    @Test
    void nothingOnThePageIsLoadedFromElsewhere() {
        registered();
        Mail mail = realm.mailbox().next(person.email());
        var page = Jsoup.parse(Http.get(mail.link()).body(), mail.link());
        String origin = origin(mail.link());
        assertThat(page.select("[src], link[href]").stream()
                        .map(element -> element.hasAttr("src") ? element.absUrl("src") : element.absUrl("href")))
                .allSatisfy(url -> assertThat(url).startsWith(origin));
    }

    @Test
    void theMailLeadsToKeycloakWhateverTheHostHeaderSays() {
        HttpBrowser liar = new HttpBrowser().with("Host", "evil.example").with("X-Forwarded-Host", "evil.example");
        Visitor visitor = new Visitor(realm, liar);
        visitor.register(person);
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        Mail mail = realm.mailbox().next(person.email());
        assertThat(origin(mail.link())).isEqualTo(origin(realm.url()));
        assertThat(mail.html() + mail.text()).doesNotContain("evil.example");
    }

    // Which secret

    @Test
    void anOlderLinkOffersANewMailAndTheOfferHolds() {
        Visitor visitor = registered();
        Mail first = realm.mailbox().next(person.email());
        visitor.resend();
        Mail second = realm.mailbox().next(person.email());
        assertThat(second.token()).isNotEqualTo(first.token());

        Visitor elsewhere = new Visitor(realm);
        elsewhere.openLink(first.link());
        assertThat(elsewhere.page().text()).contains("newer message");
        elsewhere.askForNewMail();
        assertThat(elsewhere.page().status()).isEqualTo(200);
        Mail third = realm.mailbox().next(person.email());
        assertThat(third.token()).isNotEqualTo(second.token());

        elsewhere.openLink(second.link());
        assertThat(elsewhere.page().has("#keyward-confirm-form")).isFalse();
        elsewhere.openLink(third.link());
        elsewhere.confirm(PASSWORD);
        assertThat(elsewhere.page().text()).contains("Address confirmed");
    }

    @Test
    void anExpiredLinkOffersANewMailAndTheOfferHolds() {
        registered();
        Mail mail = realm.mailbox().next(person.email());
        TokenRows.expireLinks(realm, person);

        Visitor elsewhere = new Visitor(realm);
        elsewhere.openLink(mail.link());
        assertThat(elsewhere.page().text()).contains("expired");
        assertThat(elsewhere.page().has("#keyward-confirm-form")).isFalse();
        Http.post(mail.link(), Map.of("password-new", PASSWORD, "password-confirm", PASSWORD));
        assertThat(TokenRows.proofMethods(realm, person)).isEmpty();

        elsewhere.askForNewMail();
        elsewhere.openLink(realm.mailbox().next(person.email()).link());
        elsewhere.confirm(PASSWORD);
        assertThat(elsewhere.page().text()).contains("Address confirmed");
    }

    @Test
    void aLinkDoesNothingInAnotherRealm() {
        registered();
        Mail mail = realm.mailbox().next(person.email());
        String moved = mail.link().replace("/realms/" + realm.name() + "/", "/realms/" + otherRealm.name() + "/");
        assertThat(moved).isNotEqualTo(mail.link());
        assertRefused(moved);

        Visitor owner = new Visitor(realm);
        owner.openLink(mail.link());
        owner.confirm(PASSWORD);
        assertThat(owner.page().text()).contains("Address confirmed");
    }

    @Test
    void aLinkToAnAddressThatTheAccountHasLeftDoesNothing() {
        registered();
        Mail mail = realm.mailbox().next(person.email());
        String id = realm.admin().userId(person.email());
        Person moved = Person.ada();
        realm.admin().changeUser(id, user -> user.put("email", moved.email()));

        assertRefused(mail.link());
        assertThat(TokenRows.proofMethods(realm, moved)).isEmpty();
        assertThat(realm.admin().user(moved.email()).get("emailVerified").asBoolean())
                .isFalse();
    }

    @Test
    void aLinkOfARemovedAccountDoesNothing() {
        registered();
        Mail mail = realm.mailbox().next(person.email());
        realm.admin().deleteUser(realm.admin().userId(person.email()));
        assertRefused(mail.link());
    }

    @Test
    void aLinkOfADisabledAccountSignsNobodyIn() {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());
        String id = realm.admin().userId(person.email());
        realm.admin().changeUser(id, user -> user.put("enabled", false));

        Answer answer = Http.post(mail.link(), Map.of("password-new", PASSWORD, "password-confirm", PASSWORD));
        assertThat(answer.status()).isLessThan(500);
        visitor.goOn();
        assertThat(visitor.signedIn()).isFalse();
        assertThat(realm.direct().password(person.email(), PASSWORD).holdsNoToken())
                .isTrue();
    }

    // Whatever else is sent

    static List<String> junk() {
        String sound = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
        return List.of(
                sound,
                sound.substring(1),
                sound + "A",
                "x",
                "a".repeat(10_000),
                "%C3%A4%E2%82%AC%F0%9F%94%91",
                "%FF%FE",
                "%00",
                sound + "%00",
                "%2F",
                "..%2F..%2Fadmin",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "%27%20or%201%3D1--",
                "%0d%0aSet-Cookie:%20a=b",
                "%7B%7D",
                "$%7Bjndi:ldap:%2F%2Fx%7D",
                "%25");
    }

    @ParameterizedTest
    @MethodSource("junk")
    void junkGetsThePageForAnUnknownLink(String junk) {
        String url = realm.url() + "/keyward/verify/" + junk;
        for (Answer answer : attempts(url)) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
            assertThat(answer.body()).doesNotContain("<script>alert(1)");
        }
        assertThat(Http.get(url).body()).contains("kw-page").contains("does not work");
    }

    /** Dot segments and path parameters are turned away by Keycloak's HTTP stack, before Keyward is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", ";a=b"})
    void whatIsNoPathIsABadRequest(String junk) {
        assertThat(attempts(realm.url() + "/keyward/verify/" + junk))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(400));
    }

    private static List<Answer> attempts(String url) {
        return List.of(
                Http.get(url),
                Http.head(url),
                Http.post(url, Map.of("password-new", PASSWORD, "password-confirm", PASSWORD)),
                Http.post(url + "/resend", Map.of()));
    }

    @Test
    void aTamperedOrTruncatedLinkGetsThePageThatSaysSo() {
        registered();
        Mail mail = realm.mailbox().next(person.email());
        String link = mail.link();
        char last = link.charAt(link.length() - 1);
        assertRefused(link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A'));
        assertRefused(link.substring(0, link.length() - 5));
        assertRefused(link + "A");
        assertRefused(link.replace(mail.token(), mail.token().toLowerCase(java.util.Locale.ROOT)));
        assertThat(TokenRows.proofMethods(realm, person)).isEmpty();
    }

    @Test
    void junkFieldsWithAGoodLinkGetAPage() {
        registered();
        Mail mail = realm.mailbox().next(person.email());
        for (Map<String, String> fields : List.of(
                Map.<String, String>of(),
                Map.of("password-new", ""),
                Map.of("password-new", "a", "password-confirm", "b"),
                Map.of("password-new", "x".repeat(100_000), "password-confirm", "y"),
                Map.of("password-new", "\u0000\uD83D\uDD11", "password-confirm", "ä"))) {
            Answer answer = Http.post(mail.link(), fields);
            assertThat(answer.status()).isLessThan(500);
        }
        Answer json = Http.send(Http.request(mail.link())
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(json.status()).isBetween(400, 499);
        assertThat(TokenRows.proofMethods(realm, person)).isEmpty();
    }

    // The code

    @Test
    void aCodeHasFiveTries() {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());
        for (int left = 4; left >= 1; left--) {
            visitor.enterCode(wrong(mail.code()));
            assertThat(visitor.page().one("#input-error-code").text()).contains("not right");
        }
        visitor.enterCode(wrong(mail.code()));
        visitor.enterCode(mail.code());
        assertThat(visitor.signedIn()).isFalse();
        assertThat(visitor.page().one("#input-error-code").text()).contains("Too many wrong codes");
        assertThat(TokenRows.proofMethods(realm, person)).isEmpty();

        visitor.resend();
        visitor.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void guessesBeyondTheTriesLeaveTheLinkToTheOwner() {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());
        String id = realm.admin().userId(person.email());
        for (int i = 0; i < 8; i++) {
            visitor.enterCode(wrong(mail.code()));
        }
        assertThat(realm.database().count("select min(code_tries) from keyward_one_time_token where user_id = ?", id))
                .isEqualTo(0);
        // The link is a secret of its own; guessing codes does not take it from the owner.
        Visitor owner = new Visitor(realm);
        owner.openLink(mail.link());
        assertThat(owner.page().has("#keyward-confirm-form"))
                .as(owner.page().text())
                .isTrue();
    }

    @Test
    void ofManySendsOfTheCodeAtOnceOneVerifies() throws Exception {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());
        var code = visitor.page().action("code");
        List<Answer> answers = atOnce(20, i -> Http.send(visitor.browser().request(code, Map.of("code", mail.code()))));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
        String id = realm.admin().userId(person.email());
        assertThat(realm.admin().events("VERIFY_EMAIL", id)).hasSize(1);
        assertThat(realm.admin().proofs(id)).hasSize(1);
    }

    @Test
    void aCodeExpiresBeforeTheLink() {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());
        TokenRows.expireCodes(realm, person);
        visitor.enterCode(mail.code());
        assertThat(visitor.signedIn()).isFalse();
        assertThat(visitor.page().one("#input-error-code").text()).contains("expired");

        Visitor tab = visitor.newTab();
        tab.openLink(mail.link());
        tab.confirm();
        assertThat(tab.page().text()).contains("Address confirmed");
    }

    @Test
    void aCodeWorksInItsOwnSessionOnly() {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());

        Person other = Person.ada();
        Visitor stranger = new Visitor(realm);
        stranger.register(other);
        stranger.enterCode(mail.code());
        assertThat(stranger.signedIn()).isFalse();
        assertThat(stranger.waits()).isTrue();
        assertThat(TokenRows.proofMethods(realm, person)).isEmpty();

        visitor.enterCode(mail.code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "123456789", "abcdefgh", "１２３４５６７８", "\u0000", "<b>", "-1234567"})
    void aMisshapenCodeIsAWrongCode(String code) {
        Visitor visitor = registered();
        visitor.enterCode(code);
        assertThat(visitor.page().status()).isEqualTo(200);
        assertThat(visitor.waits()).isTrue();
        assertThat(visitor.page().one("#input-error-code").text()).isNotBlank();
    }

    @Test
    void anOverlongCodeIsAWrongCode() {
        Visitor visitor = registered();
        visitor.enterCode("1".repeat(10_000));
        assertThat(visitor.page().status()).isEqualTo(200);
        assertThat(visitor.waits()).isTrue();
    }

    @Test
    void aCodeIsNeverTakenFromAnAddressLine() {
        Visitor visitor = registered();
        Mail mail = realm.mailbox().next(person.email());
        HtmlPage waiting = visitor.page();
        String action = waiting.action("code").absUrl("action");
        assertThat(waiting.one("#keyward-code-form").attr("method")).isEqualToIgnoringCase("post");

        visitor.browser().open(action + "&" + Http.form(Map.of("keyward-action", "code", "code", mail.code())));
        assertThat(visitor.signedIn()).isFalse();
        assertThat(TokenRows.proofMethods(realm, person)).isEmpty();
        assertThat(mail.link()).doesNotContain(mail.code().replace(" ", ""));
    }

    private Visitor registered() {
        Visitor visitor = new Visitor(realm);
        visitor.register(person);
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        return visitor;
    }

    /** Neither opening nor sending does anything, and both get a page. */
    private static void assertRefused(String link) {
        Answer opened = Http.get(link);
        assertThat(opened.status()).isLessThan(500);
        assertThat(opened.body()).contains("kw-page").doesNotContain("keyward-confirm-form");
        Answer sent = Http.post(link, Map.of("password-new", PASSWORD, "password-confirm", PASSWORD));
        assertThat(sent.status()).isLessThan(500);
        assertThat(sent.body()).contains("kw-page").doesNotContain("Address confirmed");
    }

    private static void assertNotKept(Answer answer) {
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '9' ? "8" : "9") + code.substring(1);
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** Runs all at the same moment. */
    private static <T> List<T> atOnce(int times, IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CyclicBarrier start = new CyclicBarrier(times);
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> {
                    start.await();
                    return work.apply(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
