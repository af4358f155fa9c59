package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody floods a mailbox, and who is stopped is told as far as that tells nothing. */
class MailLimitsIT {

    private static final String ACTION = "keyward-verify-email";

    @RegisterExtension
    static final TestRealm patient = TestRealm.shipped().withRequiredAction(ACTION, "resend-cooldown", "3600");

    @RegisterExtension
    static final TestRealm strict = TestRealm.shipped()
            .withRequiredAction(ACTION, "resend-cooldown", "0")
            .withRequiredAction(ACTION, "resends-per-session", "3")
            .withRequiredAction(ACTION, "mails-per-day", "2");

    private final Person person = Person.ada();

    @Test
    void theServerHoldsTheCountdownThatThePageShows() {
        Visitor visitor = new Visitor(patient);
        visitor.register(person);
        visitor.resend();

        assertThat(visitor.page().text()).contains("Please wait 3");
        assertThat(patient.mailbox().count(person.email())).isEqualTo(1);
        visitor.enterCode(patient.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
    }

    @Test
    void oneSessionAsksForSoManyMailsAndNoMore() {
        Visitor visitor = new Visitor(strict);
        visitor.register(person);
        for (int more = 0; more < 3; more++) {
            assertThat(visitor.page().has("#keyward-resend")).isTrue();
            visitor.resend();
        }
        assertThat(visitor.page().has("#keyward-resend")).isFalse();
        assertThat(visitor.waits()).isTrue();
    }

    @Test
    void anAccountGetsSoManyMailsADayAndThePageDoesNotTell() {
        Visitor visitor = new Visitor(strict);
        visitor.register(person);
        visitor.resend();
        String asked = visitor.page().text();
        visitor.resend();

        assertThat(visitor.page().text()).isEqualTo(asked);
        assertThat(strict.mailbox().count(person.email())).isEqualTo(2);
    }

    @Test
    void strangersWhoRegisterAKnownAddressSendItsOwnerOneMailInAWhile() {
        strict.admin().createProvedUser(person);
        for (int stranger = 0; stranger < 3; stranger++) {
            new Visitor(strict).register(person.withPassword("a stranger's password"));
        }
        assertThat(strict.mailbox().count(person.email())).isEqualTo(1);
    }

    /** The console saves by this call. */
    @Test
    void theConsoleRefusesALimitThatIsNone() {
        ObjectNode config = Json.object();
        config.putObject("config").put("code-lifespan", "601");
        String path = "/authentication/required-actions/" + ACTION + "/config";

        assertThat(patient.admin().send("PUT", path, config).status()).isEqualTo(400);
        config.putObject("config").put("code-lifespan", "600").put("resend-cooldown", "3600");
        assertThat(patient.admin().send("PUT", path, config).status()).isEqualTo(204);
    }
}
