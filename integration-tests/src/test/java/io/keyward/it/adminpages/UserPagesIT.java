package io.keyward.it.adminpages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.devices.Admins;
import io.keyward.it.devices.Member;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tabs "Devices" and "Email evidence" at a user of Keycloak's admin console. */
@Tag("long")
class UserPagesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Member member;
    private Page page;
    private AdminConsole console;

    @BeforeEach
    void atAUser() {
        member = Member.of(realm);
        page = browsers.open();
        console = AdminConsole.open(
                page, realm, new Admins(realm).withRoles("realm-admin"), "users/" + member.id() + "/settings");
    }

    @Test
    void theDevicesOfAUser() {
        TokenAnswer one = member.signIn();
        DeviceRow.name(realm, member, "B");
        TokenAnswer other = member.signIn();
        DeviceRow.name(realm, member, "A");
        page.locator("#keyward-tab-devices").click();
        console.shows(member.person().email());
        assertThat(console.rows()).hasCount(2);
        console.button("Device").click();
        assertThat(console.rows().first()).containsText("A");
        console.button("Device").click();
        assertThat(console.rows().first()).containsText("B");
        assertThat(console.main().locator("th").first()).hasAttribute("aria-sort", "descending");
        console.look("admin-user-devices");

        console.button("Sign out everywhere").click();
        assertThat(console.dialog()).containsText(member.person().email());
        console.confirm("Sign out everywhere");
        assertThat(console.told()).containsText("signed out everywhere");
        assertThat(console.rows().getByRole(AriaRole.BUTTON)).hasCount(0);
        for (TokenAnswer ended : new TokenAnswer[] {one, other}) {
            assertThat(realm.direct().refresh(ended.refreshToken()).error()).isEqualTo("invalid_grant");
        }
    }

    @Test
    void aUserWhoNeverSignedIn() {
        page.locator("#keyward-tab-devices").click();
        assertThat(console.main()).containsText("No devices yet");
        console.decent();
        console.main().getByText("Details").click();
        assertThat(page.locator("[data-testid=user-details-tab]")).isVisible();
        assertThat(console.main()).hasCount(0);
        page.goBack();
        console.shows(member.person().email());
        console.quiet();
    }

    @Test
    void theEvidenceOfAnAddress() {
        page.locator("#keyward-tab-email").click();
        console.shows(member.person().email());
        assertThat(console.main().locator(".keyward-address")).containsText("Proved");
        assertThat(console.rows().first()).containsText("An administrator vouched for it");
        assertThat(console.rows().first()).containsText("Still");
        int before = console.rows().count();
        console.look("admin-user-email");

        console.button("Ask for a new proof").click();
        console.confirm("Ask for a new proof");
        assertThat(console.main().locator(".keyward-address")).containsText("Not proved");
        assertThat(console.rows().first()).containsText("An administrator asked for a new proof.");
        assertThat(realm.direct()
                        .password(member.person().email(), member.person().password())
                        .status())
                .as("no token without proof")
                .isEqualTo(400);
        console.look("admin-user-email-unproved");

        console.button("Vouch for this address").click();
        console.confirm("Vouch for this address");
        assertThat(console.main().locator(".keyward-address")).containsText("Proved");
        assertThat(console.rows()).hasCount(before + 1);
        member.signIn().accessToken();
        console.main().getByText("Mails to this person").click();
        console.shows("Mail outbox");
        assertThat(console.main().locator(".keyward-chosen"))
                .containsText(member.person().email());
    }

    @Test
    void mailThatDoesNotArrive() {
        assertThat(realm.database()
                        .update(
                                "insert into keyward_undelivered (realm_id, user_id, address, reason, reply_code, reported_at)"
                                        + " values (?, ?, ?, 'bounced', 550, ?)",
                                realm.id(),
                                member.id(),
                                member.person().email(),
                                System.currentTimeMillis()))
                .isEqualTo(1);
        console.go("keyward/users/" + member.id() + "/email");
        assertThat(console.main()).containsText("Mail does not reach this address");
        console.look("admin-user-email-undelivered");
        console.button("Mail does arrive").click();
        console.confirm("Mail does arrive");
        assertThat(console.told()).containsText("counts as reached again");
        assertThat(console.main().getByText("Mail does not reach this address")).hasCount(0);
    }

    @Test
    void aUserWhoIsGone() {
        console.go("keyward/users/00000000-0000-0000-0000-000000000000/devices");
        assertThat(console.alert()).containsText("This is not there");
        console.go("keyward/users/00000000-0000-0000-0000-000000000000/email");
        assertThat(console.alert()).containsText("This is not there");
        console.decent();
    }
}
