package io.keyward.it.endings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another password ends whatever is open of the account, and nothing of anybody else's. */
class EndingIT {

    @RegisterExtension
    static final TestRealm realm = Footholds.realm();

    @RegisterExtension
    static final TestRealm rehashing = Footholds.realm();

    private final Person person = Person.ada();
    private final Person other = Person.ada();
    private String id;

    @BeforeEach
    void twoPeople() {
        id = realm.admin().createProvedUser(person);
        realm.admin().createProvedUser(other);
    }

    @ParameterizedTest
    @EnumSource
    void everythingOfTheAccountEndsAndNothingOfAnother(Way way) {
        List<Foothold> persons = Footholds.of(realm, person);
        List<Foothold> others = Footholds.of(realm, other);

        way.change(realm, person, id);

        assertThat(Footholds.open(persons)).as("open after %s", way).isEmpty();
        assertThat(Footholds.open(others)).as("another's, after %s", way).isEqualTo(others);
        assertThat(realm.admin().user(person.email()).get("firstName").asText()).isEqualTo(person.firstName());
        assertThat(realm.direct().password(person.email(), person.password()).error())
                .isEqualTo("invalid_grant");
        if (way != Way.ADMIN_DELETES) {
            // Within the second of the change, too.
            TokenAnswer again = realm.direct().password(person.email(), Way.NEW_PASSWORD);
            assertThat(again.status()).as("%s", again.json()).isEqualTo(200);
            assertThat(Footholds.active(realm, again)).isTrue();
            assertThat(realm.direct().refresh(again.refreshToken()).status()).isEqualTo(200);
        }
    }

    @Test
    void theSessionInWhichAPersonChangesTheOwnPasswordStays() {
        List<Foothold> persons = Footholds.of(realm, person);
        List<Foothold> others = Footholds.of(realm, other);
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), person.password());
        TokenAnswer before = visitor.tokens();

        Visitor changing = changeOwn(visitor);

        assertThat(Footholds.active(realm, before)).as("access token of before").isTrue();
        assertThat(Footholds.userinfo(realm, before).status()).isEqualTo(200);
        assertThat(realm.app().refresh(before.refreshToken()).status()).isEqualTo(200);
        assertThat(realm.app().refresh(changing.tokens().refreshToken()).status())
                .isEqualTo(200);
        Visitor again = new Visitor(realm, visitor.browser().newTab());
        again.openSignIn();
        assertThat(again.signedIn()).as("cookie").isTrue();
        assertThat(realm.admin().sessions(id)).hasSize(1);
        assertThat(Footholds.open(persons)).isEmpty();
        assertThat(Footholds.open(others)).isEqualTo(others);
    }

    /** As the account console asks for it. */
    private Visitor changeOwn(Visitor visitor) {
        Visitor changing = new Visitor(realm, visitor.browser());
        changing.browser().open(changing.authorization().url() + "&kc_action=UPDATE_PASSWORD");
        Way.choose(changing.browser());
        assertThat(changing.signedIn()).as(changing.page().text()).isTrue();
        return changing;
    }

    @Test
    void whoStandsAtUpdatePasswordWithTheOldOneCannotSetAnother() {
        Visitor parked = Footholds.parked(realm, person, id, "UPDATE_PASSWORD");
        realm.admin().setPassword(id, Way.NEW_PASSWORD);

        String thiefs = "Thief-Chose-This-One-3";
        parked.browser()
                .submit(
                        parked.page().one("form:has(#password-new)"),
                        Map.of("password-new", thiefs, "password-confirm", thiefs));

        assertThat(parked.signedIn()).isFalse();
        assertThat(parked.page().text()).contains("before this sign-in was finished");
        assertThat(realm.direct().password(person.email(), thiefs).error()).isEqualTo("invalid_grant");
        assertThat(realm.direct().password(person.email(), Way.NEW_PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void aSignInThatIsOverLeadsBackToTheSignInPageAndTheNewPasswordWorksThere() {
        Visitor parked = Footholds.parked(realm, person, id, "UPDATE_PROFILE");
        realm.admin().setPassword(id, Way.NEW_PASSWORD);
        parked.reload();
        assertThat(parked.page().has("#keyward-sign-in-over"))
                .as(parked.page().text())
                .isTrue();

        parked.browser().open(parked.page().one("#keyward-sign-in-again").absUrl("href"));
        parked.browser()
                .submit(
                        parked.page().one("#kc-form-login"),
                        Map.of("username", person.email(), "password", Way.NEW_PASSWORD));

        assertThat(parked.signedIn()).as(parked.page().text()).isTrue();
        assertThat(realm.app().refresh(parked.tokens().refreshToken()).status()).isEqualTo(200);
    }

    /** Somebody who opened the sign-in page, forgot the password, chose another elsewhere, and comes back. */
    @Test
    void aSignInPageThatWasOpenAllTheTimeTakesTheNewPassword() {
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), "not-the-password-at-all");
        realm.admin().setPassword(id, Way.NEW_PASSWORD);

        visitor.browser()
                .submit(
                        visitor.page().one("#kc-form-login"),
                        Map.of("username", person.email(), "password", Way.NEW_PASSWORD));

        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertThat(realm.app().refresh(visitor.tokens().refreshToken()).status())
                .isEqualTo(200);
    }

    /** Whoever has typed the old password before the change and is let in after it. */
    @RepeatedTest(5)
    void aSignInThatRacesWithTheChangeIsEndedOrNeverMade() throws Exception {
        Queue<TokenAnswer> got = new ConcurrentLinkedQueue<>();
        ExecutorService thieves = Executors.newFixedThreadPool(4);
        CountDownLatch in = new CountDownLatch(4);
        for (int thief = 0; thief < 4; thief++) {
            thieves.submit(() -> {
                TokenAnswer answer = realm.direct().password(person.email(), person.password());
                while (answer.status() == 200) {
                    got.add(answer);
                    in.countDown();
                    answer = realm.direct().password(person.email(), person.password());
                }
            });
        }
        assertThat(in.await(60, TimeUnit.SECONDS)).isTrue();

        realm.admin().setPassword(id, Way.NEW_PASSWORD);

        thieves.shutdown();
        assertThat(thieves.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(got.stream()
                        .filter(tokens -> Footholds.active(realm, tokens)
                                || realm.direct().refresh(tokens.refreshToken()).status() == 200)
                        .map(tokens -> tokens.claims().get("sid").asText())
                        .toList())
                .as("sessions that live, of %d", got.size())
                .isEmpty();
        assertThat(realm.admin().sessions(id)).isEmpty();
    }

    @Test
    void aChangeThatIsRefusedOrRolledBackEndsNothing() {
        List<Foothold> persons = Footholds.of(realm, person);
        JsonNode weak = Json.object().put("type", "password").put("value", "short");
        assertThat(realm.admin()
                        .send("PUT", "/users/" + id + "/reset-password", weak)
                        .status())
                .isEqualTo(400);
        ObjectNode taken = realm.admin().user(person.email()).deepCopy();
        Way.credential(taken, Way.NEW_PASSWORD);
        assertThat(realm.admin()
                        .send("PUT", "/users/" + id, taken.put("email", other.email()))
                        .status())
                .isEqualTo(409);

        assertThat(Footholds.open(persons)).isEqualTo(persons);
        assertThat(realm.direct().password(person.email(), Way.NEW_PASSWORD).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void otherChangesOfTheAccountEndNothing() {
        List<Foothold> persons = Footholds.of(realm, person);
        realm.admin().changeUser(id, user -> user.put("lastName", "Byron"));
        realm.admin().changeUser(id, user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
        realm.admin().changeUser(id, user -> user.putArray("requiredActions"));

        assertThat(Footholds.open(persons)).isEqualTo(persons);
    }

    @Test
    void aHashThatIsMadeAnewAtASignInEndsNothing() {
        String rehashedId = rehashing.admin().createProvedUser(person);
        List<Foothold> persons = Footholds.of(rehashing, person);
        rehashing
                .admin()
                .changeRealm(changed ->
                        changed.put("passwordPolicy", "hashAlgorithm(bcrypt) and hashIterations(4) and length(15)"));

        assertThat(rehashing
                        .direct()
                        .password(person.email(), person.password())
                        .status())
                .isEqualTo(200);

        assertThat(rehashing
                        .admin()
                        .get("/users/" + rehashedId + "/credentials")
                        .toString())
                .contains("bcrypt");
        assertThat(Footholds.open(persons)).isEqualTo(persons);
    }

    @Test
    void anImportBesideItEndsNothing() {
        List<Foothold> persons = Footholds.of(realm, person);
        ObjectNode batch = Json.object().put("ifResourceExists", "SKIP");
        for (Person imported : List.of(person, Person.ada())) {
            ObjectNode user = batch.withArray("/users")
                    .addObject()
                    .put("username", imported.email())
                    .put("email", imported.email())
                    .put("enabled", true);
            Way.credential(user, Way.NEW_PASSWORD);
        }
        realm.admin().send("POST", "/partialImport", batch).ok();

        assertThat(Footholds.open(persons)).isEqualTo(persons);
    }
}
