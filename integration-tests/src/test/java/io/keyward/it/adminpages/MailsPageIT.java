package io.keyward.it.adminpages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.devices.Admins;
import io.keyward.it.devices.Member;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page "Mail" in Keycloak's admin console. */
@Tag("long")
class MailsPageIT {

    @RegisterExtension
    final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Page page;

    private AdminConsole open() {
        page = browsers.open();
        AdminConsole console = AdminConsole.open(page, realm, new Admins(realm).withRoles("realm-admin"), "users");
        console.menu("mails").click();
        return console.shows("Mail outbox");
    }

    @Test
    void mailsThatWaitAreSentAtOnce() {
        List<Member> members = Stream.generate(() -> Member.of(realm)).limit(3).toList();
        realm.mailbox().whileOffline(() -> members.forEach(this::tellAndPutOff));
        AdminConsole console = open();
        assertThat(console.rows()).hasCount(3);
        assertThat(console.main())
                .containsText("Mails that wait: 3. The mail server could not be reached, or turned us away.");
        assertThat(console.rows().first()).containsText("The password was changed");
        assertThat(console.rows().first()).containsText("Waits for another attempt");
        assertThat(console.rows().first()).containsText("@example.org");
        assertThat(console.button("Send chosen now (0)")).isDisabled();
        console.look("admin-mails");

        console.main().getByLabel("Choose all that wait on this page").check();
        console.button("Send chosen now (3)").click();
        console.look("admin-mails-confirm");
        console.confirm("Send now");
        assertThat(console.told()).containsText("Mails that are sent now: 3.");
        members.forEach(member -> assertThat(
                        realm.mailbox().next(member.person().email()).subject())
                .startsWith("Your password"));
        await("sent").atMost(Duration.ofSeconds(20)).until(() -> status("sent") == 3);
        console.button("Refresh").click();
        assertThat(console.rows().filter(new Locator.FilterOptions().setHasText("Sent")))
                .hasCount(3);
        assertThat(console.main().getByLabel("Choose all that wait on this page"))
                .hasCount(0);
        console.quiet();
    }

    @Test
    void aMailIsLookedAtAndCancelled() {
        Member member = Member.of(realm);
        realm.mailbox().whileOffline(() -> tellAndPutOff(member));
        AdminConsole console = open();
        console.button("Details").click();
        assertThat(console.dialog()).containsText(member.person().email());
        assertThat(console.dialog()).containsText("Message-ID");
        console.look("admin-mail-details");
        console.dialog().getByText("Do not send this mail").click();
        assertThat(console.dialog()).containsText("This cannot be undone.");
        console.confirm("Wipe it");
        assertThat(console.rows()).containsText("Failed");
        assertThat(console.rows()).containsText("An administrator cancelled it.");
        assertThat(console.rows().getByRole(AriaRole.CHECKBOX)).hasCount(0);

        console.main().locator(".keyward-counts button", options("Sent")).click();
        assertThat(console.main()).containsText("Nothing matches");
        console.main().locator(".keyward-counts button", options("Failed")).click();
        assertThat(console.main()).containsText("These mails cannot be sent again");
        console.button("Details").click();
        assertThat(console.dialog()).containsText("cannot be sent again");
        console.look("admin-mail-failed");
    }

    @Test
    void allThatWaitAreSentAtOnceAlsoThoseThatAreNotShown() {
        List<Member> members = Stream.generate(() -> Member.of(realm)).limit(3).toList();
        realm.mailbox().whileOffline(() -> members.forEach(this::tellAndPutOff));
        AdminConsole console = open();
        console.findPerson(members.get(0).person().email());
        assertThat(console.rows()).hasCount(1);
        console.button("Send all that wait now (3)").click();
        assertThat(console.dialog()).containsText("also on other pages: 3.");
        console.confirm("Send now");
        assertThat(console.told()).containsText("Mails that are sent now: 3.");
        members.forEach(member -> assertThat(
                        realm.mailbox().next(member.person().email()).subject())
                .startsWith("Your password"));
        // Without being asked to look again.
        assertThat(console.rows()).containsText("Sent");
        assertThat(console.button("Send all that wait now (3)")).hasCount(0);
        console.quiet();
    }

    @Test
    void aFailureInTheMiddleTellsWhatWasDone() {
        List<Member> members = Stream.generate(() -> Member.of(realm)).limit(3).toList();
        realm.mailbox().whileOffline(() -> members.forEach(this::tellAndPutOff));
        AdminConsole console = open();
        AtomicInteger asked = new AtomicInteger();
        page.route("**/keyward/mails/*/resend", route -> {
            if (asked.incrementAndGet() == 2) {
                route.abort();
            } else {
                route.resume();
            }
        });
        console.main().getByLabel("Choose all that wait on this page").check();
        console.button("Send chosen now (3)").click();
        console.confirm("Send now");
        assertThat(console.told())
                .containsText("Mails that are sent now: 1. Not tried: 2. The server cannot be reached.");
        await("sent").atMost(Duration.ofSeconds(20)).until(() -> status("sent") == 1);
        assertThat(status("retrying")).isEqualTo(2);
    }

    @Test
    void theSettingsOfTheOutbox() {
        AdminConsole console = open();
        console.button("Settings").click();
        assertThat(console.dialog().locator(".keyward-setting")).hasCount(6);
        assertThat(console.dialog().getByLabel("Mail leaves by")).hasValue("smtp");
        console.look("admin-mail-settings");
        Screenshots.part(page, console.dialog(), "admin-mail-settings");
        Locator rate = console.dialog().getByLabel("Rate limit");
        rate.fill("fast");
        console.dialog().getByText("Save", exactly()).click();
        assertThat((Boolean) rate.evaluate("field => field.validity.patternMismatch"))
                .isTrue();
        rate.fill("5/10");
        console.dialog().getByLabel("Connections").fill("3");
        console.dialog()
                .getByLabel("Mail outbox", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("off");
        JsonNode before = realm.admin().get("").get("attributes");
        console.confirm("Save");
        assertThat(console.told()).containsText("The settings are saved.");
        JsonNode after = realm.admin().get("").get("attributes");
        assertThat(after.get("keyward.mail.rate").asText()).isEqualTo("5/10");
        assertThat(after.get("keyward.mail.connections").asText()).isEqualTo("3");
        assertThat(after.get("keyward.mail.outbox").asText()).isEqualTo("off");
        assertThat(after.get("keyward.mail.transport")).isEqualTo(before.get("keyward.mail.transport"));
        assertThat(after.get("adminEventsExpiration")).isEqualTo(before.get("adminEventsExpiration"));
        assertThat(realm.admin().get("").get("smtpServer"))
                .as("nothing but attributes")
                .isNotEmpty();

        console.button("Settings").click();
        assertThat(rate).hasValue("5/10");
        rate.fill("");
        console.dialog()
                .getByLabel("Mail outbox", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("");
        console.confirm("Save");
        JsonNode last = realm.admin().get("").get("attributes");
        assertThat(last.has("keyward.mail.rate")).isFalse();
        assertThat(last.has("keyward.mail.outbox")).isFalse();
        assertThat(last.get("keyward.mail.connections").asText()).isEqualTo("3");
        console.quiet();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void aMailThatWentOutMeanwhileIsNoFailure() {
        Member one = Member.of(realm);
        Member other = Member.of(realm);
        realm.mailbox().whileOffline(() -> Stream.of(one, other).forEach(this::tellAndPutOff));
        AdminConsole console = open();
        console.main().getByLabel("Choose all that wait on this page").check();
        console.button("Send chosen now (2)").click();
        String id = realm.admin()
                .get("/keyward/mails?user=" + one.id())
                .get("mails")
                .get(0)
                .get("id")
                .asText();
        realm.admin().send("POST", "/keyward/mails/" + id + "/resend", null).ok();
        await("sent").atMost(Duration.ofSeconds(20)).until(() -> status("sent") == 1);
        console.confirm("Send now");
        assertThat(console.told()).containsText("Mails that are sent now: 1. No longer waiting: 1.");
    }

    @Test
    void thoseOfOnePersonAndNoneYet() {
        AdminConsole console = open();
        assertThat(console.main()).containsText("No mail yet");
        console.look("admin-mails-none");
        Member member = Member.of(realm);
        realm.admin().setPassword(member.id(), "Told-" + UUID.randomUUID());
        realm.admin().setPassword(Member.of(realm).id(), "Told-" + UUID.randomUUID());
        console.findPerson(member.person().email());
        assertThat(console.rows()).hasCount(1);
        console.list("Mail").selectOption("keyward-new-device");
        assertThat(console.main()).containsText("Nothing matches");
        console.go("keyward/mails?user=" + member.id());
        assertThat(console.rows()).hasCount(1);
        assertThat(console.main().locator(".keyward-chosen"))
                .containsText(member.person().email());
        console.quiet();
    }

    private static Locator.LocatorOptions options(String text) {
        return new Locator.LocatorOptions().setHasText(Pattern.compile("\\d" + text + "$"));
    }

    /** Its owner is told that the password was changed; no courier takes the mail for an hour. */
    private void tellAndPutOff(Member member) {
        realm.admin().setPassword(member.id(), "Told-" + UUID.randomUUID());
        await("the mail to wait")
                .atMost(Duration.ofSeconds(30))
                .until(() -> realm.database()
                                .update(
                                        "update keyward_mail set due_at = ? where user_id = ? and status = 'retrying'",
                                        System.currentTimeMillis() + 3_600_000,
                                        member.id())
                        == 1);
    }

    private long status(String word) {
        return realm.admin()
                .get("/keyward/mails/counts")
                .get("counts")
                .get(word)
                .asLong();
    }
}
