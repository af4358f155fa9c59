package io.keyward.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.TokenRows;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The link chooses one password, once, for the account it was mailed to; whatever else is sent changes nothing. */
class ResetLinkIT {

    private static final String NEW_PASSWORD = "another battery staple";
    private static final String DONE = "keyward-reset-done";
    private static final String FORM = "keyward-reset-form";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm withoutDevices = TestRealm.shipped().with(ResetLinkIT::switchDevicesOff);

    private final Person person = Person.ada();
    private String id;

    @BeforeEach
    void someone() {
        id = realm.admin().createProvedUser(person);
    }

    // Once

    @Test
    void ofAHundredAtOnceOneSetsItsPassword() throws Exception {
        String link = mailed().link();

        List<Answer> answers = atOnce(100, i -> choose(link, "the password of number " + i));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.body()).contains("kw-page");
        });
        List<Integer> winners = IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).body().contains(DONE))
                .boxed()
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(realm.admin().events("UPDATE_PASSWORD", id)).hasSize(1);
        assertThat(realm.admin().credentialTypes(id)).containsExactly("password");
        assertThat(signIn("the password of number " + winners.get(0))).isEqualTo(200);
    }

    @Test
    void itWorksOnceAndSignsNobodyIn() {
        String link = mailed().link();

        Answer first = choose(link, NEW_PASSWORD);

        assertThat(first.body()).contains(DONE);
        assertThat(first.headers().allValues("Set-Cookie").toString()).doesNotContain("KEYCLOAK_IDENTITY");
        assertThat(realm.admin().sessions(id)).isEmpty();
        assertThat(signIn(NEW_PASSWORD)).isEqualTo(200);
        assertThat(signIn(person.password())).isEqualTo(400);
        assertThat(realm.mailbox().next(person.email()).subject()).contains("password", "was changed");
        Answer second = choose(link, "a third battery staple");
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.body()).contains("This link has been used");
        assertThat(Http.get(link).status()).isEqualTo(410);
        assertThat(signIn(NEW_PASSWORD)).isEqualTo(200);
    }

    /** With devices switched on every changed password ends everything ({@code EndingIT}); the link does so without. */
    @Test
    void whatIsOpenEndsAlsoInARealmThatHasNotAskedForDevices() {
        Person careless = Person.ada();
        String carelessId = withoutDevices.admin().createProvedUser(careless);
        TokenAnswer online = withoutDevices.direct().password(careless.email(), careless.password());
        TokenAnswer offline =
                withoutDevices.direct().password(careless.email(), careless.password(), "openid offline_access");
        new Visitor(withoutDevices).forgot(careless.email());

        assertThat(choose(withoutDevices.mailbox().next(careless.email()).link(), NEW_PASSWORD)
                        .body())
                .contains(DONE);

        assertThat(withoutDevices.direct().refresh(online.refreshToken()).error())
                .isEqualTo("invalid_grant");
        assertThat(withoutDevices.direct().refresh(offline.refreshToken()).error())
                .isEqualTo("invalid_grant");
        assertThat(withoutDevices
                        .direct()
                        .introspect(online.accessToken())
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(withoutDevices.admin().sessions(carelessId)).isEmpty();
    }

    @Test
    void readingConsumesNothing() throws Exception {
        String link = mailed().link();

        List<Answer> scans = atOnce(
                20,
                i -> Http.send(Http.request(link)
                        .header("Sec-Purpose", "prefetch")
                        .header("User-Agent", "LinkScanner/1.0")
                        .GET()));
        assertThat(scans).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        Answer head = Http.head(link);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertNotKept(head);
        assertThat(Http.send(Http.request(link).method("OPTIONS", BodyPublishers.noBody()))
                        .status())
                .isLessThan(500);
        assertThat(signIn(person.password())).isEqualTo(200);

        assertThat(choose(link, NEW_PASSWORD).body()).contains(DONE);
    }

    @Test
    void itWorksForAnHour() {
        String link = mailed().link();
        assertThat(realm.database()
                        .count(
                                "select expires_at - issued_at from keyward_one_time_token"
                                        + " where user_id = ? and purpose = 'reset-password'",
                                id))
                .isEqualTo(3_600_000);
        TokenRows.expireLinks(realm, person);

        assertThat(Http.get(link).body()).contains("This link has expired").doesNotContain(FORM);
        assertThat(choose(link, NEW_PASSWORD).status()).isEqualTo(410);
        assertThat(signIn(person.password())).isEqualTo(200);
    }

    // A password that is refused

    @Test
    void aPasswordThatIsRefusedLeavesTheLinkUsable() {
        String link = mailed().link();
        List<Map<String, String>> refused = List.of(
                Map.of("password-new", "short", "password-confirm", "short"),
                Map.of("password-new", person.email(), "password-confirm", person.email()),
                Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD + "x"),
                Map.of("password-new", NEW_PASSWORD),
                Map.of("password-new", " ", "password-confirm", " "),
                Map.of());
        for (Map<String, String> fields : refused) {
            Answer answer = Http.post(link, fields);
            assertThat(answer.status()).as(fields.toString()).isEqualTo(400);
            assertThat(answer.body()).contains(FORM, "input-error-password").doesNotContain(NEW_PASSWORD);
        }
        assertThat(signIn(person.password())).isEqualTo(200);

        assertThat(choose(link, NEW_PASSWORD).body()).contains(DONE);
        assertThat(signIn(NEW_PASSWORD)).isEqualTo(200);
    }

    @Test
    void thePolicyIsToldBeforeAnythingIsTyped() {
        String page = Http.get(mailed().link()).body();
        assertThat(page).contains("at least 15 characters, at most 256", "without your email address in it");
    }

    /** NUL, half a surrogate pair as bytes that are no UTF-8, and lots of it: a page in every case, and signs in as typed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00",
                "fifteen+letters+and%00more",
                "fifteen+letters+and+%ED%A0%80",
                "fifteen+letters+and+%FF%FE",
                "%F0%9F%94%91%F0%9F%94%91%F0%9F%94%91%F0%9F%94%91%F0%9F%94%91%F0%9F%94%91%F0%9F%94%91%F0%9F%94%91"
            })
    void anOddPasswordGetsAPage(String encoded) {
        String link = mailed().link();
        Answer answer = Http.send(Http.request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("password-new=" + encoded + "&password-confirm=" + encoded)));
        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.body()).contains("kw-page");
    }

    /** Answered quickly, and told; whatever the policy lets through counts to its last character. */
    @Test
    void tenThousandCharactersAreTooManyAndTheLongestThatTheRealmTakesCountsInFull() {
        String link = mailed().link();
        String numbers = IntStream.range(0, 3_000).mapToObj(Integer::toString).collect(Collectors.joining("-"));

        Answer refused = choose(link, numbers.substring(0, 10_000));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(FORM, "Invalid password: maximum length 256.");
        assertThat(choose(link, numbers.substring(0, 256)).body()).contains(DONE);
        assertThat(signIn(numbers.substring(0, 256))).isEqualTo(200);
        assertThat(signIn(numbers.substring(0, 255))).isEqualTo(400);
    }

    // Whose link

    @Test
    void aNewerLinkEndsTheOlder() {
        Mail older = mailed();
        realm.database()
                .update("update keyward_one_time_token set issued_at = issued_at - 61000 where user_id = ?", id);
        Mail newer = mailed();

        assertThat(Http.get(older.link()).body()).contains("There is a newer message");
        assertThat(choose(older.link(), "an older battery staple").status()).isEqualTo(410);
        assertThat(choose(newer.link(), NEW_PASSWORD).body()).contains(DONE);
        assertThat(signIn(NEW_PASSWORD)).isEqualTo(200);
    }

    @Test
    void aLinkIsGoodForNothingElse() {
        Mail mail = mailed();
        for (String other : List.of(
                mail.link().replace("/realms/" + realm.name() + "/", "/realms/" + otherRealm.name() + "/"),
                mail.link().replace("/reset-password/", "/verify/"),
                mail.link().replace("/reset-password/", "/not-me/"))) {
            assertThat(other).isNotEqualTo(mail.link());
            assertRefused(other);
        }
        assertThat(choose(mail.link(), NEW_PASSWORD).body()).contains(DONE);
    }

    @Test
    void aLinkThatProvesAnAddressChoosesNoPassword() {
        Person fresh = Person.ada();
        new Visitor(realm).register(fresh);
        assertRefused(realm.mailbox().next(fresh.email()).link().replace("/verify/", "/reset-password/"));
    }

    @Test
    void anAccountThatHasLeftTheAddressIsNotReset() {
        Mail mail = mailed();
        realm.admin().changeUser(id, user -> user.put("email", Person.ada().email()));
        assertRefused(mail.link());
    }

    @Test
    void anAccountWhoseProofWasTakenBackIsNotReset() {
        Mail mail = mailed();
        realm.admin().voidProof(id);
        assertRefused(mail.link());
        realm.admin().vouch(id);
        assertThat(choose(mail.link(), NEW_PASSWORD).body()).contains(DONE);
    }

    @Test
    void aDisabledAccountIsNotReset() {
        Mail mail = mailed();
        realm.admin().changeUser(id, user -> user.put("enabled", false));
        assertRefused(mail.link());
        realm.admin().changeUser(id, user -> user.put("enabled", true));
        assertThat(signIn(person.password())).isEqualTo(200);
    }

    @Test
    void aRemovedAccountIsNotReset() {
        Mail mail = mailed();
        realm.admin().deleteUser(id);
        assertRefused(mail.link());
    }

    @Test
    void whereMailMayChooseNoPasswordAnymoreALinkDoesNothing() {
        Mail mail = mailed();
        realm.admin().changeRealm(definition -> definition.put("resetPasswordAllowed", false));
        try {
            assertRefused(mail.link());
        } finally {
            realm.admin().changeRealm(definition -> definition.put("resetPasswordAllowed", true));
        }
    }

    // What stays

    @Test
    void aSecondFactorStaysAndIsAskedFor() {
        Person careful = Person.ada();
        ObjectNode user = Json.object()
                .put("username", careful.email())
                .put("email", careful.email())
                .put("firstName", "Ada")
                .put("enabled", true);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", careful.password())
                .put("temporary", false);
        user.withArray("/credentials")
                .addObject()
                .put("type", "otp")
                .put("secretData", "{\"value\":\"JBSWY3DPEHPK3PXPJBSW\"}")
                .put(
                        "credentialData",
                        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        String carefulId = realm.admin().createUser(user);
        realm.admin().vouch(carefulId);
        new Visitor(realm).forgot(careful.email());
        assertThat(choose(realm.mailbox().next(careful.email()).link(), NEW_PASSWORD)
                        .body())
                .contains(DONE);

        assertThat(realm.admin().credentialTypes(carefulId)).containsExactlyInAnyOrder("password", "otp");
        Visitor visitor = new Visitor(realm);
        visitor.signIn(careful.email(), NEW_PASSWORD);
        assertThat(visitor.signedIn()).isFalse();
        assertThat(visitor.page().has("#otp")).as(visitor.page().text()).isTrue();
    }

    @Test
    void aProvedAddressIsNotProvedAgain() {
        choose(mailed().link(), NEW_PASSWORD);
        assertThat(TokenRows.proofMethods(realm, person)).containsExactly("admin");
        assertThat(realm.admin().events("VERIFY_EMAIL", id)).isEmpty();
    }

    // Pages

    @Test
    void noAnswerIsKeptOrTellsTheLinkToOthers() {
        Mail mail = mailed();
        assertNotKept(Http.get(mail.link()));
        assertNotKept(Http.get(mail.link() + "x"));
        assertNotKept(Http.post(mail.link(), Map.of()));
        assertNotKept(choose(mail.link(), NEW_PASSWORD));
        assertNotKept(Http.get(mail.link()));
    }

    static List<String> junk() {
        String sound = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
        return List.of(
                sound,
                sound.substring(1),
                "a".repeat(3_000),
                "%C3%A4%F0%9F%94%91",
                "%FF%FE",
                "%00",
                sound + "%00",
                "%2F",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "%27%20or%201%3D1--",
                "%0d%0aSet-Cookie:%20a=b");
    }

    @ParameterizedTest
    @MethodSource("junk")
    void junkGetsThePageForAnUnknownLink(String junk) {
        String url = realm.url() + "/keyward/reset-password/" + junk;
        for (Answer answer : List.of(Http.get(url), Http.head(url), choose(url, NEW_PASSWORD))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
            assertThat(answer.body()).doesNotContain("<script>alert(1)");
        }
        assertThat(Http.get(url).body()).contains("kw-page").contains("does not work");
    }

    @Test
    void onlyAFormIsTaken() {
        Mail mail = mailed();
        Answer json = Http.send(Http.request(mail.link())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"password-new\":\"x\"}")));
        assertThat(json.status()).isEqualTo(415);
        assertThat(signIn(person.password())).isEqualTo(200);
    }

    private static void switchDevicesOff(ObjectNode definition) {
        for (JsonNode action : definition.withArray("/requiredActions")) {
            if (action.path("alias").asText().equals("keyward-devices")) {
                ((ObjectNode) action).put("enabled", false);
            }
        }
    }

    private Mail mailed() {
        new Visitor(realm).forgot(person.email());
        return realm.mailbox().next(person.email());
    }

    private static Answer choose(String link, String password) {
        return Http.post(link, Map.of("password-new", password, "password-confirm", password));
    }

    private int signIn(String password) {
        return realm.direct().password(person.email(), password).status();
    }

    private static void assertRefused(String link) {
        Answer opened = Http.get(link);
        assertThat(opened.status()).isBetween(400, 499);
        assertThat(opened.body()).doesNotContain(FORM);
        Answer sent = choose(link, NEW_PASSWORD);
        assertThat(sent.status()).isBetween(400, 499);
        assertThat(sent.body()).doesNotContain(DONE, "Address confirmed");
    }

    private static void assertNotKept(Answer answer) {
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'self'");
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
