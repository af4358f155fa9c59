package io.keyward.it.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails about an account are written with what they tell of, and fail nobody. */
@Tag("long")
class NoticeOutboxIT {

    private static final String FILLER = "filler";
    private static final int CAPACITY = 100_000;

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm off = TestRealm.shipped()
            .with(definition -> definition.withObject("/attributes").put("keyward.mail.outbox", "off"));

    private final Person person = Person.ada();
    private String user;

    @BeforeEach
    void someone() {
        user = realm.admin().createProvedUser(person);
    }

    @Test
    void aNoticeIsThereAsSoonAsWhatItTellsOf() {
        realm.mailbox().whileOffline(() -> {
            realm.admin().setPassword(user, "Another-Battery-Staple-9");
            assertThat(purposes(user)).as("at the answer").containsExactly("keyward-password-changed normal for ever");
        });
        assertThat(realm.mailbox().next(person.email()).subject()).startsWith("Your password");
    }

    /** What somebody waits for goes first, and a mail that is nothing but a link ends with it. */
    @Test
    void everyMailSaysWhatItIsFor() {
        realm.mailbox().whileOffline(() -> {
            Person fresh = Person.ada();
            Visitor visitor = new Visitor(realm);
            visitor.register(fresh);
            String freshId = realm.admin().userId(fresh.email());
            assertThat(purposes(freshId)).containsExactly("keyward-verify-email urgent 86400 s");

            new Visitor(realm).register(person);
            assertThat(purposes(user)).containsExactly("keyward-account-exists urgent for ever");

            new Visitor(realm).forgot(person.email());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(purposes(user)).contains("keyward-reset-password urgent 3600 s"));

            realm.admin()
                    .send(
                            "PUT",
                            "/users/" + user + "/execute-actions-email?lifespan=3600",
                            Json.array("UPDATE_PASSWORD"))
                    .ok();
            assertThat(purposes(user)).contains("execute-actions normal 3600 s");

            realm.admin().changeUser(user, account -> account.put("email", "moved." + person.email()));
            assertThat(purposes(user))
                    .as("to another address than the user's")
                    .contains("keyward-address-changed normal for ever");
        });
    }

    @Test
    void theLanguageIsTheAccountsWhateverAThiefChooses() {
        Visitor owner = new Visitor(realm);
        owner.signIn(person.email(), person.password());
        assertThat(owner.signedIn()).isTrue();
        Visitor thief = new Visitor(realm, new HttpBrowser("de-DE"));
        thief.browser().open(thief.authorization().url() + "&ui_locales=de&kc_locale=de");
        assertThat(thief.page().document().selectFirst("html").attr("lang")).isEqualTo("de");
        thief.browser()
                .submit(
                        thief.page().one("#kc-form-login"),
                        Map.of("username", person.email(), "password", person.password()));
        assertThat(thief.signedIn()).as(thief.page().text()).isTrue();

        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.subject()).startsWith("New sign-in");
        assertThat(mail.text()).contains("Coordinated Universal Time");
    }

    @Test
    void aFullOutboxFailsNobody() {
        fill();
        try {
            // A node counts every few seconds.
            await("the outbox is full").atMost(Duration.ofSeconds(20)).until(() -> {
                int before = purposes(user).size();
                realm.admin().setPassword(user, "Again-" + UUID.randomUUID());
                return purposes(user).size() == before;
            });
            int before = purposes(user).size();
            realm.admin().setPassword(user, "Set-In-Spite-Of-It-7");
            assertThat(purposes(user)).hasSize(before);
            assertThat(realm.direct()
                            .password(person.email(), "Set-In-Spite-Of-It-7")
                            .status())
                    .as("the change was kept")
                    .isEqualTo(200);
            Visitor elsewhere = new Visitor(realm, new HttpBrowser().with("User-Agent", "Mozilla/5.0 elsewhere"));
            elsewhere.signIn(person.email(), "Set-In-Spite-Of-It-7");
            assertThat(elsewhere.signedIn()).as(elsewhere.page().text()).isTrue();
            assertThat(realm.keyward().stack().node().log())
                    .contains("the mail outbox is full: " + CAPACITY + " mails wait to be delivered")
                    .contains("--spi-keyward-mail-outbox--jpa--max-queued");
            Management management = new Management(realm);
            await("the health check warns")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> management
                            .check("/health/well")
                            .get("data")
                            .path("reasons")
                            .asText()
                            .contains("nearly-full"));
        } finally {
            realm.database().update("delete from keyward_mail where realm_id = ?", FILLER);
        }
        await("there is room again").atMost(Duration.ofSeconds(20)).until(() -> {
            int count = purposes(user).size();
            realm.admin().setPassword(user, "Again-" + UUID.randomUUID());
            return purposes(user).size() == count + 1;
        });
    }

    @Test
    void withoutTheOutboxKeycloakSendsThem() {
        Person other = Person.ada();
        String otherId = off.admin().createProvedUser(other);
        off.admin().setPassword(otherId, "Another-Battery-Staple-9");
        Mail mail = off.mailbox().next(other.email());
        assertThat(mail.subject()).startsWith("Your password");
        assertThat(mail.caught().header("Auto-Submitted")).isEmpty();
        assertThat(purposes(otherId)).isEmpty();

        off.mailbox().whileOffline(() -> off.admin().setPassword(otherId, "Set-In-Spite-Of-It-7"));
        assertThat(off.direct().password(other.email(), "Set-In-Spite-Of-It-7").status())
                .isEqualTo(200);
    }

    /** Purpose, urgency and how long they are of use, oldest first. */
    private static List<String> purposes(String userId) {
        return realm.database()
                .strings(
                        "select purpose || ' ' || urgency || ' ' || case when expires_at is null then 'for ever'"
                                + " else (round((expires_at - created_at) / 1000.0))::text || ' s' end"
                                + " from keyward_mail where user_id = ? order by created_at",
                        userId);
    }

    /** As many mails as there may be, of no realm, due tomorrow. */
    private static void fill() {
        long now = System.currentTimeMillis();
        realm.database()
                .update(
                        "insert into keyward_mail (id, realm_id, purpose, urgency, status, message_id, kid, address,"
                                + " attempts, reply_code, created_at, due_at) select md5('filler' || i), ?, 'p', 'normal',"
                                + " 'retrying', 'm', 'k', 'a', 1, 0, ?, ? from generate_series(1, ?) i",
                        FILLER,
                        now,
                        now + 86_400_000,
                        CAPACITY);
    }
}
