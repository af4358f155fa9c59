package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.StrangersView;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No page tells whether an address has an account. Each test walks the same steps for an address that nobody has, one that
 * has a verified account and one whose account waits for its proof, and compares everything a stranger can see: the status,
 * the headers and the text of every answer, redirects included.
 */
class NoEnumerationIT {

    private static final String STRANGERS_PASSWORD = "Stranger-Danger-1";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            .withRequiredAction("keyward-verify-email", "resend-cooldown", "0")
            // What it does to known accounts must not show either.
            .with(definition -> definition.put("bruteForceProtected", true));

    private final Person unknown = Person.named("Norman", "Body").withPassword(STRANGERS_PASSWORD);
    private final Person verified = Person.named("Veroni", "Body").withPassword(STRANGERS_PASSWORD);
    private final Person unproved = Person.named("Unpris", "Body").withPassword(STRANGERS_PASSWORD);

    @BeforeEach
    void accounts() {
        realm.admin().createProvedUser(verified.withPassword("Verified-Owns-This-1"));
        realm.admin().createUser(unproved.withPassword("Unproved-Owns-This-1"), false);
    }

    @Test
    void registration() {
        assertAlike("keyward-waiting", visitor -> person -> visitor.register(person));
    }

    @Test
    void reloadingTheWaitingPage() {
        assertAlike("keyward-waiting", visitor -> person -> {
            visitor.register(person);
            visitor.reload();
        });
    }

    @Test
    void resend() {
        assertAlike("keyward-waiting", visitor -> person -> {
            visitor.register(person);
            visitor.resend();
        });
    }

    @Test
    void resendUntilNoMoreIsLeft() {
        assertAlike("We have sent several messages already", visitor -> person -> {
            visitor.register(person);
            for (int i = 0; i < 5; i++) {
                visitor.resend();
            }
        });
    }

    @Test
    void aWrongCode() {
        assertAlike("This code is not right", visitor -> person -> {
            visitor.register(person);
            visitor.enterCode("1234 5678");
        });
    }

    @Test
    void moreWrongCodesThanThereAreTries() {
        assertAlike("Too many wrong codes", visitor -> person -> {
            visitor.register(person);
            for (int i = 0; i < 6; i++) {
                visitor.enterCode("1234 5678");
            }
        });
    }

    @Test
    void goingOnWithoutProof() {
        assertAlike("keyward-waiting", visitor -> person -> {
            visitor.register(person);
            visitor.goOn();
        });
    }

    @Test
    void thePageForAnotherAddress() {
        assertAlike("keyward-address-form", visitor -> person -> {
            visitor.register(person);
            visitor.wrongAddress();
        });
    }

    @Test
    void changingToAnAddressThatNobodyHas() {
        assertAlike("keyward-waiting", visitor -> person -> {
            visitor.register(person);
            visitor.wrongAddress();
            visitor.changeAddress("fresh." + person.email());
        });
    }

    /** From an address that nobody has, to each of the three. */
    @Test
    void changingToAnAddressThatIsTaken() {
        assertAlike("keyward-waiting", visitor -> person -> {
            visitor.register(Person.named("Norman", "Body").withPassword(STRANGERS_PASSWORD));
            visitor.wrongAddress();
            visitor.changeAddress(person.email());
        });
        // And none of the accounts was touched.
        assertThat(TokenRows.proofMethods(realm, verified)).containsExactly("admin");
        assertThat(realm.admin().user(unproved.email()).get("emailVerified").asBoolean())
                .isFalse();
    }

    @Test
    void whatTheScriptIsTold() {
        for (Person person : people()) {
            Visitor visitor = new Visitor(realm);
            visitor.register(person);
            assertThat(visitor.state()).as(person.email()).isEqualTo("waiting");
        }
    }

    @Test
    void signInWithAWrongPassword() {
        assertAlike(
                "Invalid username or password",
                visitor -> person -> visitor.signIn(person.email(), "Not-The-Password-1"));
    }

    @Test
    void thePasswordGrantWithAWrongPassword() {
        List<String> answers = new ArrayList<>();
        for (Person person : people()) {
            TokenAnswer answer = realm.direct().password(person.email(), "Not-The-Password-1");
            answers.add(answer.status() + " " + answer.json());
        }
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("invalid_grant");
    }

    @Test
    void theMailsDiffer() {
        for (Person person : people()) {
            new Visitor(realm).register(person);
        }
        Mail toUnknown = realm.mailbox().next(unknown.email());
        assertThat(toUnknown.subject()).startsWith("Confirm your email address");
        assertThat(toUnknown.hasCode()).isTrue();

        Mail toVerified = realm.mailbox().next(verified.email());
        assertThat(toVerified.subject()).startsWith("You already have an account");
        assertThat(toVerified.hasCode()).isFalse();
        assertThat(toVerified.link()).doesNotContain("/keyward/verify/");
        assertThat(Http.get(toVerified.link()).status()).isIn(200, 302, 303);

        Mail toUnproved = realm.mailbox().next(unproved.email());
        assertThat(toUnproved.subject()).startsWith("You already have an account");
        assertThat(toUnproved.hasCode()).isFalse();
        assertThat(toUnproved.link()).contains("/keyward/verify/");
    }

    @Test
    void theOwnerOfAnUnprovedAccountCanConfirmFromThatMail() {
        new Visitor(realm).register(unproved);
        Mail mail = realm.mailbox().next(unproved.email());
        Visitor owner = new Visitor(realm);
        owner.openLink(mail.link());
        owner.confirm("Owner-Chose-This-7");
        assertThat(owner.page().text()).contains("Address confirmed");
        assertThat(realm.direct()
                        .password(unproved.email(), "Owner-Chose-This-7")
                        .status())
                .isEqualTo(200);
        assertThat(realm.direct().password(unproved.email(), STRANGERS_PASSWORD).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void registeringAKnownAddressChangesNothingOfTheAccount() {
        String id = realm.admin().userId(verified.email());
        String before = realm.admin().get("/users/" + id).toString();
        new Visitor(realm).register(new Person(verified.email(), "Mallory", "Changed", STRANGERS_PASSWORD));
        realm.mailbox().next(verified.email());

        assertThat(realm.admin().get("/users/" + id)).hasToString(before);
        assertThat(realm.admin()
                        .get("/users/count?email=" + Http.encode(verified.email()))
                        .asInt())
                .isEqualTo(1);
        assertThat(realm.direct()
                        .password(verified.email(), "Verified-Owns-This-1")
                        .status())
                .isEqualTo(200);
        assertThat(realm.direct().password(verified.email(), STRANGERS_PASSWORD).error())
                .isEqualTo("invalid_grant");
    }

    /** Nothing that is typed into the page of a known address signs anyone in. */
    @Test
    void theOwnersLinkDoesNotSignTheStrangerIn() {
        Visitor stranger = new Visitor(realm);
        stranger.register(unproved);
        Mail mail = realm.mailbox().next(unproved.email());
        Visitor owner = new Visitor(realm);
        owner.openLink(mail.link());
        owner.confirm("Owner-Chose-This-7");

        stranger.goOn();
        assertThat(stranger.signedIn()).as(stranger.page().text()).isFalse();
    }

    private List<Person> people() {
        return List.of(unknown, verified, unproved);
    }

    private void assertAlike(String expected, Function<Visitor, Consumer<Person>> steps) {
        List<String> seen = new ArrayList<>();
        for (Person person : people()) {
            Visitor visitor = new Visitor(realm);
            steps.apply(visitor).accept(person);
            StringBuilder trail = new StringBuilder();
            for (Answer answer : visitor.browser().trail()) {
                trail.append(StrangersView.of(answer, person)).append("\n\n");
            }
            seen.add(trail.toString());
        }
        assertThat(seen.get(1)).as("verified account").isEqualTo(seen.get(0));
        assertThat(seen.get(2)).as("account without proof").isEqualTo(seen.get(0));
        assertThat(seen.get(0)).contains(expected);
    }
}
