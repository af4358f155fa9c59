package io.keyward.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.StrangersView;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for a new password gets the same answer; a mail goes to those who may have one. */
class ForgotPasswordIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            // What it does to known accounts must not show either.
            .with(definition -> definition.put("bruteForceProtected", true));

    private final Person unknown = Person.named("Norman", "Body");
    private final Map<String, Person> accounts = new LinkedHashMap<>();

    @BeforeEach
    void accounts() {
        accounts.put("proved", Person.named("Proved", "Body"));
        accounts.put("unproved", Person.named("Unprov", "Body"));
        accounts.put("disabled", Person.named("Disabl", "Body"));
        accounts.put("moved", Person.named("Movedx", "Body"));
        accounts.put("passkey", Person.named("Passke", "Body"));
        accounts.put("locked", Person.named("Locked", "Body"));
        realm.admin().createProvedUser(accounts.get("proved"));
        realm.admin().createUser(accounts.get("unproved"), false);
        String disabled = realm.admin().createProvedUser(accounts.get("disabled"));
        realm.admin().changeUser(disabled, user -> user.put("enabled", false));
        Person before = Person.ada();
        String moved = realm.admin().createProvedUser(before);
        realm.admin()
                .changeUser(
                        moved, user -> user.put("email", accounts.get("moved").email()));
        withPasskeyOnly(accounts.get("passkey"));
        realm.admin().createProvedUser(accounts.get("locked"));
        for (int wrong = 0; wrong < 3; wrong++) {
            realm.direct().password(accounts.get("locked").email(), "Not-The-Password-1");
        }
        realm.admin().clearEvents();
    }

    // One answer for all

    @Test
    void theAnswerIsTheSame() {
        assertAlike(7, (visitor, person) -> visitor.forgot(person.email()));
    }

    @Test
    void askingAgainIsAnsweredTheSame() {
        assertAlike(14, (visitor, person) -> {
            visitor.forgot(person.email());
            visitor.browser().submit(visitor.page().one("#keyward-again-form"), Map.of());
            visitor.browser().submit(visitor.page().one("#kc-reset-password-form"), Map.of("username", person.email()));
        });
    }

    @Test
    void aReloadShowsTheSameAndAsksNothingAgain() {
        assertAlike(7, (visitor, person) -> {
            visitor.forgot(person.email());
            visitor.reload();
        });
    }

    @Test
    void noAnswerSignsAnybodyIn() {
        for (Person person : everybody()) {
            Visitor visitor = new Visitor(realm);
            visitor.forgot(person.email());
            assertThat(visitor.signedIn()).isFalse();
            assertThat(visitor.browser().cookie("KEYCLOAK_IDENTITY")).isNull();
        }
        Requests.dealtWith(realm, 7);
    }

    private void assertAlike(int requests, BiConsumer<Visitor, Person> steps) {
        List<String> seen = new ArrayList<>();
        for (Person person : everybody()) {
            Visitor visitor = new Visitor(realm);
            steps.accept(visitor, person);
            StringBuilder trail = new StringBuilder();
            for (Answer answer : visitor.browser().trail()) {
                trail.append(StrangersView.of(answer, person)).append("\n\n");
            }
            assertThat(visitor.page().has("#keyward-reset-sent"))
                    .as(visitor.page().text())
                    .isTrue();
            seen.add(trail.toString());
        }
        assertThat(seen).allSatisfy(one -> assertThat(one).isEqualTo(seen.get(0)));
        assertThat(Requests.dealtWith(realm, requests)).hasSize(requests);
    }

    // Who gets a mail

    @Test
    void aLinkGoesToThoseWhoMayChooseAPassword() {
        everybody().forEach(person -> new Visitor(realm).forgot(person.email()));

        assertThat(Requests.dealtWith(realm, 7))
                .containsExactlyInAnyOrder("sent", "sent", "sent", "sent", "sent", "user_disabled", "user_not_found");
        for (String kind : List.of("proved", "unproved", "locked")) {
            Mail mail = realm.mailbox().next(accounts.get(kind).email());
            assertThat(mail.link()).as(kind).contains("/keyward/reset-password/");
            assertThat(mail.subject()).startsWith("Choose a new password");
        }
        assertThat(realm.mailbox().count(unknown.email())).isZero();
        assertThat(realm.mailbox().count(accounts.get("disabled").email())).isZero();
    }

    /** Whoever holds the new mailbox may be a stranger to the account's owner (ADR 2, case 3). */
    @Test
    void anAccountThatProvedAnotherAddressGetsAnExplanation() {
        Person moved = accounts.get("moved");
        new Visitor(realm).forgot(moved.email());

        Mail mail = realm.mailbox().next(moved.email());
        assertThat(mail.text()).contains("has confirmed another address before");
        assertThat(mail.link()).doesNotContain("reset-password");
        assertThat(tokens(realm.admin().userId(moved.email()))).isZero();
    }

    @Test
    void anAccountWithoutAPasswordIsNotGivenOneByMail() {
        Person passkey = accounts.get("passkey");
        new Visitor(realm).forgot(passkey.email());

        Mail mail = realm.mailbox().next(passkey.email());
        assertThat(mail.text()).contains("has no password");
        assertThat(mail.link()).doesNotContain("reset-password");
        assertThat(tokens(realm.admin().userId(passkey.email()))).isZero();
    }

    /** As administrators make accounts for people who are to choose a password themselves. */
    @Test
    void anAccountWithNoWayInAtAllIsGivenOne() {
        Person fresh = Person.ada();
        String id = realm.admin().createUser(user(fresh));
        realm.admin().vouch(id);
        Visitor visitor = new Visitor(realm);
        visitor.forgot(fresh.email());

        visitor.choose(realm.mailbox().next(fresh.email()).link(), fresh.password());
        assertThat(realm.direct().password(fresh.email(), fresh.password()).status())
                .isEqualTo(200);
    }

    @Test
    void theUsernameWillDoInAnyCaseAndWithSpacesAround() {
        Person proved = accounts.get("proved");
        new Visitor(realm).forgot("  " + proved.email().toUpperCase(java.util.Locale.ROOT) + " ");
        assertThat(realm.mailbox().next(proved.email()).link()).contains("/reset-password/");
    }

    @Test
    void theMailIsInTheLanguageOfThePageUnlessTheAccountHasOne() {
        Person proved = accounts.get("proved");
        new Visitor(realm, "de-DE").forgot(proved.email());
        assertThat(realm.mailbox().next(proved.email()).subject()).startsWith("Wählen Sie");

        Person english = Person.ada();
        ObjectNode user = user(english);
        user.putObject("attributes").putArray("locale").add("en");
        realm.admin().vouch(realm.admin().createUser(user));
        new Visitor(realm, "de-DE").forgot(english.email());
        assertThat(realm.mailbox().next(english.email()).subject()).startsWith("Choose a new");
    }

    @Test
    void theMailLeadsToKeycloakWhateverTheHostHeaderSays() {
        HttpBrowser liar =
                new HttpBrowser().with("X-Forwarded-Host", "evil.example").with("Forwarded", "host=evil");
        new Visitor(realm, liar).forgot(accounts.get("proved").email());
        Mail mail = realm.mailbox().next(accounts.get("proved").email());
        assertThat(URI.create(mail.link()).getAuthority())
                .isEqualTo(URI.create(realm.url()).getAuthority());
        assertThat(mail.html() + mail.text()).doesNotContain("evil");
    }

    // Whatever else is typed

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "ada\u0000@example.org",
                "\uD83D\uDD11",
                "<script>alert(1)</script>",
                "${7*7}",
                "' or 1=1--",
                "a\r\nBcc: b@example.org",
                "*"
            })
    void junkIsAnsweredLikeAnUnknownName(String junk) {
        Visitor visitor = new Visitor(realm);
        visitor.forgot(junk);
        assertThat(visitor.page().status()).isEqualTo(200);
        assertThat(visitor.page().has("#keyward-reset-sent")).isTrue();
        assertThat(visitor.page().answer().body()).doesNotContain("<script>alert(1)", "\u0000");
        assertThat(Requests.dealtWith(realm, 1)).containsExactly("user_not_found");
    }

    @Test
    void aVeryLongNameIsAnsweredLikeAnUnknownOne() {
        Visitor visitor = new Visitor(realm);
        visitor.forgot("a".repeat(10_000) + "@example.org");
        assertThat(visitor.page().has("#keyward-reset-sent")).isTrue();
        assertThat(visitor.page().answer().body()).doesNotContain("a".repeat(256));
        assertThat(Requests.dealtWith(realm, 1)).containsExactly("user_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingTypedAsksAgain(String nothing) {
        Visitor visitor = new Visitor(realm);
        visitor.forgot(nothing);
        assertThat(visitor.page().has("#kc-reset-password-form")).isTrue();
        assertThat(visitor.page().text()).contains("Please specify username");
    }

    private List<Person> everybody() {
        List<Person> all = new ArrayList<>(List.of(unknown));
        all.addAll(accounts.values());
        return all;
    }

    private static long tokens(String userId) {
        return realm.database().count("select count(*) from keyward_one_time_token where user_id = ?", userId);
    }

    private static ObjectNode user(Person person) {
        return Json.object()
                .put("username", person.email())
                .put("email", person.email())
                .put("firstName", person.firstName())
                .put("enabled", true);
    }

    private static void withPasskeyOnly(Person person) {
        ObjectNode user = user(person);
        user.putArray("credentials")
                .addObject()
                .put("type", "webauthn-passwordless")
                .put("secretData", "{}")
                .put("credentialData", "{\"credentialId\":\"1\",\"counter\":0}");
        realm.admin().vouch(realm.admin().createUser(user));
    }
}
