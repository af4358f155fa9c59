package io.keyward.mailoutbox.sender;

import io.keyward.mailoutbox.MailHints;
import io.keyward.mailoutbox.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Says what each mail of Keycloak is for, whether somebody waits for it, and when its link ends, and leaves the rest to the
 * provider behind it. Hints that the caller has set count more.
 */
final class HintingEmailTemplateProvider implements EmailTemplateProvider {

    private final KeycloakSession session;
    private final EmailTemplateProvider delegate;
    private UserModel user;

    HintingEmailTemplateProvider(KeycloakSession session, EmailTemplateProvider delegate) {
        this.session = session;
        this.delegate = delegate;
    }

    /** What is handed on. */
    private interface Sending {
        void run() throws EmailException;
    }

    private void send(MailHints hints, Sending sending) throws EmailException {
        // Mail to another address than the user's comes to the sender without the user.
        String concerned = user == null ? null : user.getId();
        MailHints.peek(session).orElse(hints).about(concerned).set(session);
        try {
            sending.run();
        } finally {
            // A mail that was never sent leaves no hints to the next one.
            MailHints.take(session);
        }
    }

    private static MailHints link(String purpose, Urgency urgency, long minutes) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return new MailHints(purpose, urgency, minutes > 0 ? now.plus(Duration.ofMinutes(minutes)) : null);
    }

    /** The name of the template says it best; a code is always waited for. */
    private static MailHints template(String template, Map<String, Object> attributes) {
        String name = template == null ? "" : template.replaceFirst("\\.ftl$", "");
        String purpose = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        Urgency urgency = attributes != null && attributes.get("code") != null ? Urgency.URGENT : Urgency.NORMAL;
        return purpose.isEmpty()
                ? MailHints.NONE
                : new MailHints(purpose.substring(0, Math.min(purpose.length(), 64)), urgency, null);
    }

    @Override
    public EmailTemplateProvider setAuthenticationSession(AuthenticationSessionModel authenticationSession) {
        delegate.setAuthenticationSession(authenticationSession);
        return this;
    }

    @Override
    public EmailTemplateProvider setRealm(RealmModel realm) {
        delegate.setRealm(realm);
        return this;
    }

    @Override
    public EmailTemplateProvider setUser(UserModel user) {
        this.user = user;
        delegate.setUser(user);
        return this;
    }

    @Override
    public EmailTemplateProvider setAttribute(String name, Object value) {
        delegate.setAttribute(name, value);
        return this;
    }

    @Override
    public void sendEvent(Event event) throws EmailException {
        String type = event.getType().name().toLowerCase(Locale.ROOT).replace('_', '-');
        send(new MailHints("event-" + type, Urgency.NORMAL, null), () -> delegate.sendEvent(event));
    }

    @Override
    public void sendPasswordReset(String link, long minutes) throws EmailException {
        send(link("password-reset", Urgency.URGENT, minutes), () -> delegate.sendPasswordReset(link, minutes));
    }

    @Override
    public void sendSmtpTestEmail(Map<String, String> config, UserModel user) throws EmailException {
        ConnectionTest.begin(session);
        try {
            delegate.sendSmtpTestEmail(config, user);
        } finally {
            ConnectionTest.end(session);
        }
    }

    @Override
    public void sendConfirmIdentityBrokerLink(String link, long minutes) throws EmailException {
        send(
                link("identity-provider-link", Urgency.URGENT, minutes),
                () -> delegate.sendConfirmIdentityBrokerLink(link, minutes));
    }

    @Override
    public void sendExecuteActions(String link, long minutes) throws EmailException {
        send(link("execute-actions", Urgency.NORMAL, minutes), () -> delegate.sendExecuteActions(link, minutes));
    }

    @Override
    public void sendVerifiableCredentialOffer(String link, long minutes) throws EmailException {
        send(
                link("verifiable-credential-offer", Urgency.NORMAL, minutes),
                () -> delegate.sendVerifiableCredentialOffer(link, minutes));
    }

    @Override
    public void sendVerifyEmail(String link, long minutes) throws EmailException {
        send(link("verify-email", Urgency.URGENT, minutes), () -> delegate.sendVerifyEmail(link, minutes));
    }

    @Override
    public void sendOrgInviteEmail(OrganizationModel organization, String link, long minutes) throws EmailException {
        send(
                link("organization-invite", Urgency.NORMAL, minutes),
                () -> delegate.sendOrgInviteEmail(organization, link, minutes));
    }

    @Override
    public void sendEmailUpdateConfirmation(String link, long minutes, String address) throws EmailException {
        send(
                link("update-email", Urgency.URGENT, minutes),
                () -> delegate.sendEmailUpdateConfirmation(link, minutes, address));
    }

    @Override
    public void send(String subject, String template, Map<String, Object> attributes) throws EmailException {
        send(template(template, attributes), () -> delegate.send(subject, template, attributes));
    }

    @Override
    public void send(String subject, List<Object> values, String template, Map<String, Object> attributes)
            throws EmailException {
        send(template(template, attributes), () -> delegate.send(subject, values, template, attributes));
    }

    @Override
    public void send(String subject, String template, Map<String, Object> attributes, String address)
            throws EmailException {
        send(template(template, attributes), () -> delegate.send(subject, template, attributes, address));
    }

    @Override
    public void send(
            String subject, List<Object> values, String template, Map<String, Object> attributes, String address)
            throws EmailException {
        send(template(template, attributes), () -> delegate.send(subject, values, template, attributes, address));
    }

    @Override
    public void close() {}
}
