package io.keyward.passwordreset;

import io.keyward.devicesession.notice.Moment;
import io.keyward.devicesession.notice.Shown;
import io.keyward.emailverification.confirmation.DisplayName;
import io.keyward.mailoutbox.MailHints;
import io.keyward.mailoutbox.Urgency;
import io.keyward.onetimetoken.IssuedToken;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import io.keyward.onetimetoken.TokenRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;

/** Issues the tokens and writes the mails that carry them. A mail that cannot be written is an answer, not an exception. */
final class ResetMails {

    private static final Logger LOG = Logger.getLogger(ResetMails.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final URI base;
    private final String ip;

    /** @param ip where the request came from, for the person to know it by; null if unknown */
    ResetMails(KeycloakSession session, RealmModel realm, URI base, String ip) {
        this.session = session;
        this.realm = realm;
        this.base = base;
        this.ip = Shown.ip(ip);
    }

    /** Mails a link, which ends all that were mailed before. */
    boolean link(UserModel user, Duration lifespan) {
        IssuedToken token = session.getProvider(OneTimeTokenProvider.class)
                .issue(new TokenRequest(
                        realm.getId(), user.getId(), ResetLink.PURPOSE, user.getEmail(), lifespan, null, null));
        Map<String, Object> values = values(user);
        values.put(
                "link", ResetEndpoint.link(base, realm, token.token().value()).toString());
        values.put("linkHours", lifespan.toHours());
        MailHints hints = new MailHints("keyward-reset-password", Urgency.URGENT, token.expiresAt());
        return send(user, hints, "keywardResetSubject", "keyward-reset-password.ftl", values);
    }

    /** Mails why there is no link, and the way on. @param reason {@code other-address} or {@code no-password} */
    boolean explain(UserModel user, String reason) {
        Map<String, Object> values = values(user);
        values.put("reason", reason);
        values.put("link", Urls.accountBase(base).build(realm.getName()).toString());
        // As urgent as the other one: what goes on in the outbox must not tell accounts apart either.
        MailHints hints = new MailHints("keyward-reset-password", Urgency.URGENT, null);
        return send(user, hints, "keywardResetExplainedSubject", "keyward-reset-explained.ftl", values);
    }

    private Map<String, Object> values(UserModel user) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", DisplayName.of(user));
        values.put("address", user.getEmail());
        values.put(
                "when",
                new Moment(Instant.ofEpochMilli(Time.currentTimeMillis()), Moment.zoneOf(user))
                        .in(session.getContext().resolveLocale(user)));
        values.put("ip", ip);
        return values;
    }

    private boolean send(UserModel user, MailHints hints, String subject, String template, Map<String, Object> values) {
        try {
            hints.set(session);
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .send(subject, List.of(DisplayName.of(realm)), template, values);
            return true;
        } catch (EmailException e) {
            // Jakarta Mail puts addresses into its messages: only the kind of failure is logged.
            LOG.errorf(
                    "Mail to user %s could not be written: %s",
                    user.getId(), e.getClass().getName());
            return false;
        }
    }
}
