package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who hears of a changed password or address, once for each change, and who does not. */
class ChangeNoticeIT {

    private static final String NEW_PASSWORD = "Another-Battery-Staple-9";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm without = TestRealm.shipped().with(ChangeNoticeIT::withoutDevices);

    /** Keycloak's own browser flow, and the proof of the address as the last of the required actions. */
    @RegisterExtension
    static final TestRealm proofLast = TestRealm.shipped()
            .with(definition -> definition.put("browserFlow", "browser"))
            .withRequiredActionPriority("keyward-verify-email", 2000);

    private final Person person = Person.ada();
    private String id;

    @BeforeEach
    void someone() {
        id = realm.admin().createProvedUser(person);
    }

    @Test
    void aPersonWhoChangesThePasswordIsToldOnce() {
        Visitor visitor = new Visitor(realm);
        visitor.browser().open(visitor.authorization().url() + "&kc_action=UPDATE_PASSWORD");
        submitSignIn(visitor);
        newPassword(visitor);

        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.subject()).startsWith("Your password at");
        assertThat(mail.text()).contains("The password of your account", "Coordinated Universal Time");
        isTheOnlyMail(1);
    }

    @Test
    void aForgottenPasswordThatWasReplacedIsToldOnce() {
        Visitor visitor = new Visitor(realm);
        visitor.forgot(person.email());
        Mail reset = realm.mailbox().next(person.email());
        visitor.choose(reset.link(), NEW_PASSWORD);

        assertThat(realm.mailbox().next(person.email()).subject()).startsWith("Your password at");
        isTheOnlyMail(2);
    }

    @Test
    void anAdministratorsResetIsTold() {
        realm.admin().setPassword(id, NEW_PASSWORD);

        assertThat(realm.mailbox().next(person.email()).text()).contains("An administrator has changed the password");
        isTheOnlyMail(1);
    }

    @Test
    void aPasswordInAnUpdateOfTheUserIsToldAndAnyOtherUpdateIsNot() {
        realm.admin().changeUser(id, user -> user.put("firstName", "Augusta"));
        realm.admin()
                .changeUser(
                        id,
                        user -> user.putArray("credentials")
                                .addObject()
                                .put("type", "password")
                                .put("value", NEW_PASSWORD)
                                .put("temporary", false));

        assertThat(realm.mailbox().next(person.email()).text()).contains("An administrator has changed the password");
        isTheOnlyMail(1);
    }

    @Test
    void theOldAddressHearsThatAnAdministratorHasChangedIt() {
        String moved = "moved." + person.email();
        realm.admin().changeUser(id, user -> user.put("email", moved));

        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.subject()).startsWith("The email address of your account");
        assertThat(mail.text()).contains(person.email()).doesNotContain(moved);
        realm.admin().setPassword(id, NEW_PASSWORD);
        assertThat(realm.mailbox().next(moved).subject()).contains("password");
        assertThat(realm.mailbox().count(moved)).isEqualTo(1);
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
    }

    @Test
    void theOldAddressHearsThatThePersonHasChangedIt() {
        Person moved = person.withEmail("moved." + person.email());
        Visitor visitor = new Visitor(realm);
        visitor.browser().open(visitor.authorization().url() + "&kc_action=UPDATE_EMAIL");
        submitSignIn(visitor);
        visitor.browser().submit(visitor.page().one("#kc-update-email-form"), Map.of("email", moved.email()));

        assertThat(realm.mailbox().next(person.email()).subject()).startsWith("The email address of your account");
        assertThat(realm.mailbox().next(moved.email()).hasCode()).isTrue();
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
    }

    @Test
    void aStrangerWhoseAddressWasTypedByMistakeHearsNoMore() {
        Person mistyped = Person.named("adda", "Lovelace");
        Person right = mistyped.withEmail("right." + mistyped.email());
        Visitor visitor = new Visitor(realm);
        visitor.register(mistyped);
        visitor.wrongAddress();
        visitor.changeAddress(right.email());
        visitor.enterCode(realm.mailbox().next(right.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();

        String rightId = realm.admin().userId(right.email());
        realm.admin().setPassword(rightId, NEW_PASSWORD);
        realm.mailbox().next(right.email());
        assertThat(realm.mailbox().count(mistyped.email()))
                .as("the first code only")
                .isEqualTo(1);
    }

    @Test
    void aFirstPasswordIsNoChange() {
        Person fresh = Person.ada();
        new Visitor(realm).register(fresh);
        Visitor elsewhere = new Visitor(realm, new HttpBrowser());
        elsewhere.openLink(realm.mailbox().next(fresh.email()).link());
        elsewhere.confirm(NEW_PASSWORD);
        assertThat(elsewhere.page().text()).contains("Address confirmed");

        realm.admin().setPassword(realm.admin().userId(fresh.email()), "Yet-Another-Staple-8");
        assertThat(realm.mailbox().next(fresh.email()).text()).contains("An administrator has changed the password");
        assertThat(realm.mailbox().count(fresh.email())).isEqualTo(2);
    }

    /** A sign-in that was parked at "new password" when the owner proved the address elsewhere: Keyward rolls it back. */
    @Test
    void aChangeThatWasUndoneIsNotTold() {
        Person fresh = Person.ada();
        new Visitor(proofLast).register(fresh);
        Mail proof = proofLast.mailbox().next(fresh.email());
        String freshId = proofLast.admin().userId(fresh.email());
        proofLast
                .admin()
                .changeUser(freshId, user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
        Visitor parked = new Visitor(proofLast);
        parked.signIn(fresh.email(), fresh.password());
        Visitor owner = new Visitor(proofLast);
        owner.openLink(proof.link());
        owner.confirm(NEW_PASSWORD);

        newPassword(parked, "Attacker-Again-22");

        assertThat(proofLast
                        .direct()
                        .password(fresh.email(), "Attacker-Again-22")
                        .holdsNoToken())
                .isTrue();
        proofLast.admin().setPassword(freshId, "Yet-Another-Staple-8");
        assertThat(proofLast.mailbox().next(fresh.email()).text()).contains("An administrator has changed");
        assertThat(proofLast.mailbox().count(fresh.email())).isEqualTo(2);
    }

    @Test
    void aDisabledAccountIsNotTold() {
        realm.admin().changeUser(id, user -> user.put("enabled", false));
        realm.admin().setPassword(id, NEW_PASSWORD);
        realm.admin().changeUser(id, user -> user.put("enabled", true));
        realm.admin().setPassword(id, NEW_PASSWORD + "!");

        realm.mailbox().next(person.email());
        isTheOnlyMail(1);
    }

    @Test
    void aRealmThatHasNotAskedTellsNobody() {
        Person other = Person.ada();
        String otherId = without.admin().createProvedUser(other);
        without.admin().setPassword(otherId, NEW_PASSWORD);
        without.admin().changeUser(otherId, user -> user.put("email", "moved." + other.email()));

        realm.admin().setPassword(id, NEW_PASSWORD);
        without.mailbox().none(other.email(), person.email());
    }

    private void submitSignIn(Visitor visitor) {
        visitor.browser()
                .submit(
                        visitor.page().one("#kc-form-login"),
                        Map.of("username", person.email(), "password", person.password()));
    }

    private static void newPassword(Visitor visitor) {
        newPassword(visitor, NEW_PASSWORD);
    }

    private static void newPassword(Visitor visitor, String password) {
        visitor.browser()
                .submit(
                        visitor.page().one("form:has(input[name=password-new])"),
                        Map.of("password-new", password, "password-confirm", password));
    }

    /** One more mail is caused and read; what was sent before it has come before it. */
    private void isTheOnlyMail(int soFar) {
        realm.admin().setPassword(id, "Yet-Another-Staple-8");
        realm.mailbox().next(person.email());
        assertThat(realm.mailbox().count(person.email())).isEqualTo(soFar + 1);
    }

    private static void withoutDevices(ObjectNode definition) {
        definition.withArray("/requiredActions").forEach(action -> {
            if ("keyward-devices".equals(action.path("alias").asText())) {
                ((ObjectNode) action).put("enabled", false);
            }
        });
    }
}
