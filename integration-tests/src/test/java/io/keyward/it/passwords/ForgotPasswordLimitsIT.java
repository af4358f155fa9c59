package io.keyward.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody floods a mailbox or shuts an owner out by asking, and who is stopped is not told. */
class ForgotPasswordLimitsIT {

    private static final String NEW_PASSWORD = "another battery staple";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm hasty = TestRealm.shipped().with(definition -> set(definition, "mail-cooldown", "0"));

    @RegisterExtension
    static final TestRealm narrow = TestRealm.shipped().with(definition -> set(definition, "requests-per-hour", "2"));

    private final Person person = Person.ada();

    @BeforeEach
    void quiet() {
        List.of(realm, hasty, narrow).forEach(one -> one.admin().clearEvents());
    }

    @Test
    void askingTwiceWithinAMinuteSendsOneMailWhoseLinkStays() {
        realm.admin().createProvedUser(person);
        String first = new Visitor(realm).forgot(person.email()).text();
        Mail mail = realm.mailbox().next(person.email());

        assertThat(new Visitor(realm).forgot(person.email()).text()).isEqualTo(first);

        assertThat(Requests.dealtWith(realm, 2)).containsExactly("sent", "slow_down mail-limit");
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
        assertThat(new Visitor(realm).choose(mail.link(), NEW_PASSWORD).text()).contains("Your password is changed");
    }

    /** Asking often for somebody else ends the links, but the newest one is in the owner's mailbox, and works. */
    @Test
    void afterThreeMailsNoneIsSentAndTheNewestLinkWorks() {
        hasty.admin().createProvedUser(person);
        List<String> links = new ArrayList<>();
        for (int mail = 0; mail < 3; mail++) {
            new Visitor(hasty).forgot(person.email());
            links.add(hasty.mailbox().next(person.email()).link());
        }
        new Visitor(hasty).forgot(person.email());
        new Visitor(hasty).forgot(person.email());

        assertThat(Requests.dealtWith(hasty, 5))
                .containsExactly("sent", "sent", "sent", "slow_down mail-limit", "slow_down mail-limit");
        assertThat(hasty.mailbox().count(person.email())).isEqualTo(3);
        assertThat(new Visitor(hasty).openLink(links.get(1)).text()).contains("There is a newer message");
        assertThat(new Visitor(hasty).choose(links.get(2), NEW_PASSWORD).text()).contains("Your password is changed");
        assertThat(hasty.direct().password(person.email(), NEW_PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void anExplanationIsMailedOnceAnHour() {
        String id = hasty.admin().createProvedUser(Person.ada());
        hasty.admin().changeUser(id, user -> user.put("email", person.email()));
        for (int times = 0; times < 3; times++) {
            new Visitor(hasty).forgot(person.email());
        }
        assertThat(Collections.frequency(Requests.dealtWith(hasty, 3), "sent")).isEqualTo(1);
        assertThat(hasty.mailbox().count(person.email())).isEqualTo(1);
    }

    @Test
    void aNetworkThatAsksTooOftenIsNotLookedAtAnyMore() {
        narrow.admin().createProvedUser(person);
        new Visitor(narrow).forgot("nobody@example.org");
        new Visitor(narrow).forgot("nobody.else@example.org");
        Requests.dealtWith(narrow, 2);

        assertThat(new Visitor(narrow).forgot(person.email()).has("#keyward-reset-sent"))
                .isTrue();

        assertThat(Requests.dealtWith(narrow, 3))
                .containsExactly("user_not_found", "user_not_found", "slow_down network-limit");
        assertThat(narrow.mailbox().count(person.email())).isZero();
    }

    /** Sign-in goes on as before: asking locks nobody out (OWASP forgot-password). */
    @Test
    void askingChangesNothingOfTheAccount() {
        String id = realm.admin().createProvedUser(person);
        String before = realm.admin().get("/users/" + id).toString();
        new Visitor(realm).forgot(person.email());
        realm.mailbox().next(person.email());

        assertThat(realm.admin().get("/users/" + id)).hasToString(before);
        assertThat(realm.direct().password(person.email(), person.password()).status())
                .isEqualTo(200);
    }

    @Test
    void theConsoleShowsTheSettings() {
        JsonNode description = realm.admin().get("/authentication/config-description/keyward-forgot-password");
        assertThat(description.get("properties").findValuesAsText("name"))
                .containsExactly("link-lifespan", "mail-cooldown", "mails-per-lifespan", "requests-per-hour");
        JsonNode step = realm.admin().executions("keyward reset credentials").get(0);
        assertThat(step.path("providerId").asText()).isEqualTo("keyward-forgot-password");
        assertThat(realm.admin()
                        .get("/authentication/config/"
                                + step.path("authenticationConfig").asText())
                        .path("config"))
                .hasToString("{\"link-lifespan\":\"3600\",\"mail-cooldown\":\"60\",\"mails-per-lifespan\":\"3\","
                        + "\"requests-per-hour\":\"100\"}");
    }

    private static void set(ObjectNode definition, String setting, String value) {
        for (JsonNode config : definition.withArray("/authenticatorConfig")) {
            if (config.path("alias").asText().equals("keyward forgot password")) {
                ((ObjectNode) config.get("config")).put(setting, value);
                return;
            }
        }
        throw new AssertionError("The realm definition has no such configuration");
    }
}
