package io.keyward.mailoutbox.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyward.mailoutbox.MailHints;
import io.keyward.mailoutbox.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

final class HintingEmailTemplateProviderTest {

    private final KeycloakSession session = new FakeSession().session();

    /** What was known of each mail when the provider behind was asked to send it; null for nothing. */
    private final List<MailHints> known = new ArrayList<>();

    private final List<String> called = new ArrayList<>();
    private boolean failing;

    private final EmailTemplateProvider mails = new HintingEmailTemplateProvider(session, delegate());

    private EmailTemplateProvider delegate() {
        return FakeSession.answering(EmailTemplateProvider.class, (method, args) -> {
            called.add(method);
            if (method.startsWith("send")) {
                known.add(MailHints.peek(session).orElse(null));
            }
            if (failing) {
                throw new EmailException("no");
            }
            return null;
        });
    }

    /** An action that throws, as each of these does. */
    private interface Sending {
        void through(EmailTemplateProvider mails) throws EmailException;
    }

    private MailHints hints(Sending sending) throws EmailException {
        sending.through(mails);
        assertThat(MailHints.peek(session)).as("what is left for the next mail").isEmpty();
        return known.get(known.size() - 1);
    }

    @AfterEach
    void backToNow() {
        Time.setOffset(0);
    }

    @Test
    void eachLinkOfKeycloakHasItsPurposeAndItsEnd() throws EmailException {
        Time.setOffset(100);
        assertLink(hints(through -> through.sendPasswordReset("l", 5)), "password-reset", Urgency.URGENT);
        assertLink(hints(through -> through.sendVerifyEmail("l", 5)), "verify-email", Urgency.URGENT);
        assertLink(
                hints(through -> through.sendEmailUpdateConfirmation("l", 5, "a@example.org")),
                "update-email",
                Urgency.URGENT);
        assertLink(
                hints(through -> through.sendConfirmIdentityBrokerLink("l", 5)),
                "identity-provider-link",
                Urgency.URGENT);
        assertLink(hints(through -> through.sendExecuteActions("l", 5)), "execute-actions", Urgency.NORMAL);
        assertLink(hints(through -> through.sendOrgInviteEmail(null, "l", 5)), "organization-invite", Urgency.NORMAL);
        assertLink(
                hints(through -> through.sendVerifiableCredentialOffer("l", 5)),
                "verifiable-credential-offer",
                Urgency.NORMAL);
    }

    private static void assertLink(MailHints hints, String purpose, Urgency urgency) {
        assertThat(hints.purpose()).isEqualTo(purpose);
        assertThat(hints.urgency()).isEqualTo(urgency);
        Instant end = Instant.ofEpochMilli(Time.currentTimeMillis()).plus(Duration.ofMinutes(5));
        assertThat(hints.expiresAt()).isBetween(end.minusSeconds(30), end);
    }

    @Test
    void aLinkWithoutEndHasNone() throws EmailException {
        assertThat(hints(through -> through.sendExecuteActions("l", 0)).expiresAt())
                .isNull();
    }

    @Test
    void anEventIsNamed() throws EmailException {
        Event event = new Event();
        event.setType(EventType.UPDATE_PASSWORD);
        assertThat(hints(through -> through.sendEvent(event)))
                .isEqualTo(new MailHints("event-update-password", Urgency.NORMAL, null));
    }

    @ParameterizedTest
    @CsvSource({
        "keyward-new-device.ftl, keyward-new-device",
        "My Template_2.ftl, my-template-2",
        "../etc/passwd, -etc-passwd",
        ".ftl, other",
        ", other"
    })
    void aTemplateIsNamedByItsFile(String template, String purpose) throws EmailException {
        assertThat(hints(through -> through.send("subject", template, Map.of())).purpose())
                .isEqualTo(purpose);
    }

    @Test
    void aLongNameIsCut() throws EmailException {
        assertThat(hints(through -> through.send("subject", "x".repeat(100), Map.of()))
                        .purpose())
                .hasSize(64);
    }

    @Test
    void whatHasACodeIsWaitedFor() throws EmailException {
        List<Object> values = List.of();
        Map<String, Object> code = Map.of("code", "1234 5678");
        assertThat(List.of(
                        hints(through -> through.send("s", "t.ftl", code)),
                        hints(through -> through.send("s", values, "t.ftl", code)),
                        hints(through -> through.send("s", "t.ftl", code, "a@example.org")),
                        hints(through -> through.send("s", values, "t.ftl", code, "a@example.org"))))
                .containsOnly(new MailHints("t", Urgency.URGENT, null));
        assertThat(hints(through -> through.send("s", "t.ftl", null)).urgency()).isEqualTo(Urgency.NORMAL);
    }

    @Test
    void whatTheCallerSaysCountsMore() throws EmailException {
        MailHints own = new MailHints("own", Urgency.URGENT, Instant.EPOCH);
        own.set(session);
        assertThat(hints(through -> through.sendExecuteActions("l", 5))).isEqualTo(own);
        assertThat(hints(through -> through.sendExecuteActions("l", 5)).purpose())
                .as("the next mail")
                .isEqualTo("execute-actions");
    }

    @Test
    void aMailThatFailsLeavesNothingToTheNext() {
        failing = true;
        MailHints own = new MailHints("own", Urgency.URGENT, null);
        own.set(session);
        assertThatExceptionOfType(EmailException.class).isThrownBy(() -> mails.sendPasswordReset("l", 5));
        assertThat(known).containsExactly(own);
        assertThat(MailHints.peek(session)).isEmpty();
    }

    @Test
    void theTestOfAConnectionIsMarkedWhileItLastsAndHasNoHints() throws EmailException {
        List<Boolean> marked = new ArrayList<>();
        EmailTemplateProvider behind = FakeSession.answering(EmailTemplateProvider.class, (method, args) -> {
            marked.add(ConnectionTest.underWay(session));
            if (failing) {
                throw new EmailException("no");
            }
            return null;
        });
        EmailTemplateProvider tested = new HintingEmailTemplateProvider(session, behind);
        tested.sendSmtpTestEmail(Map.of(), null);
        failing = true;
        assertThatExceptionOfType(EmailException.class).isThrownBy(() -> tested.sendSmtpTestEmail(Map.of(), null));
        assertThat(marked).containsExactly(true, true);
        assertThat(ConnectionTest.underWay(session)).isFalse();
    }

    @Test
    void whatIsSetReachesTheProviderBehindAndTheChainGoesOnHere() {
        assertThat(mails.setRealm(null)
                        .setUser(null)
                        .setAuthenticationSession(null)
                        .setAttribute("name", "value"))
                .isSameAs(mails);
        assertThat(called).containsExactly("setRealm", "setUser", "setAuthenticationSession", "setAttribute");
    }
}
