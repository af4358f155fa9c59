package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.mailoutbox.MailHints;
import io.keyward.mailoutbox.Urgency;
import io.keyward.onetimetoken.CodeRequest;
import io.keyward.onetimetoken.IssuedToken;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import io.keyward.onetimetoken.RawToken;
import io.keyward.onetimetoken.TokenRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** Issues the tokens and sends the mails that carry them. A mail that cannot be sent is an answer, not an exception. */
final class ProofMails {

    /** What a mailed link proves. */
    static final String VERIFY = "verify-email";

    /** What the link proves in the mail that says an account exists; other people's sign-ups never end a VERIFY token. */
    static final String EXISTS = "account-exists";

    private static final Logger LOG = Logger.getLogger(ProofMails.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration NOTICE_INTERVAL = Duration.ofMinutes(15);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final VerificationSettings settings;
    private final OneTimeTokenProvider tokens;

    ProofMails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.settings = VerificationSettings.of(realm);
        this.tokens = session.getProvider(OneTimeTokenProvider.class);
    }

    /** Mails link and code for the tab that waits, and notes it there. */
    void toWaiting(ProofSession proof, UserModel user) {
        proof.leaveDecoy();
        String binding = new BrowserBinding(session).bind(settings.linkLifespan());
        if (exhausted(user, VERIFY)) {
            proof.mailed(user.getEmail(), null, true);
            return;
        }
        VerificationCode code = VerificationCode.random();
        IssuedToken token = issue(
                user,
                VERIFY,
                binding,
                new CodeRequest(code.hash(proof.salt()), settings.codeLifespan(), settings.codeTries()));
        proof.mailed(user.getEmail(), token.id(), verify(user, token, code));
    }

    /** Mails a new link in place of one that works no more; the binding of the old one stays. */
    void replacement(UserModel user, String binding) {
        Instant soon = now().minus(settings.resendCooldown());
        if (!exhausted(user, VERIFY) && tokens.issuedSince(realm.getId(), user.getId(), VERIFY, soon) == 0) {
            verify(user, issue(user, VERIFY, binding, null), null);
        }
    }

    /** Tells the owner of an address that somebody tried to register it, and notes it as if a code had been sent. */
    void toOwner(ProofSession proof, UserModel owner) {
        String address = proof.address();
        proof.mailed(address, null, toOwner(address, owner, proof::salt));
    }

    /**
     * The same without a tab that waits.
     *
     * @param salt of the code in the mail that a new account would get, null if that has none
     * @return whether the mail is on its way, or none is due
     */
    boolean toOwner(String address, UserModel owner, Supplier<String> salt) {
        // The browser gets the same cookie as for a new account.
        String binding = new BrowserBinding(session).bind(settings.linkLifespan());
        Instant recent = now().minus(NOTICE_INTERVAL);
        boolean quiet = owner == null
                || !owner.isEnabled()
                || owner.getEmail() == null
                || exhausted(owner, EXISTS)
                || tokens.issuedSince(realm.getId(), owner.getId(), EXISTS, recent) > 0;
        if (quiet) {
            new DecoyMail(session, realm)
                    .to(
                            address,
                            nobody -> new ProofMails(nobody.session(), nobody.realm())
                                    .toNobody(nobody.user(), binding, salt.get()));
        }
        return quiet || exists(owner);
    }

    /** Mails a link to somebody who has signed up without a tab that waits. @return whether the mail is on its way */
    boolean toNew(UserModel user) {
        String binding = new BrowserBinding(session).bind(settings.linkLifespan());
        return verify(user, issue(user, VERIFY, binding, null), null);
    }

    /** What is mailed to a new account, to no account; the caller rolls it back. */
    private void toNobody(UserModel nobody, String binding, String salt) {
        exhausted(nobody, VERIFY);
        VerificationCode code = salt == null ? null : VerificationCode.random();
        CodeRequest request =
                code == null ? null : new CodeRequest(code.hash(salt), settings.codeLifespan(), settings.codeTries());
        verify(nobody, issue(nobody, VERIFY, binding, request), code);
    }

    private boolean exists(UserModel owner) {
        boolean verified = new EmailProofs(session).proved(realm, owner);
        // Issued in either case: it also counts the mails of the day.
        IssuedToken token = issue(owner, EXISTS, null, null);
        Map<String, Object> values = values(owner);
        values.put("verified", verified);
        values.put("link", verified ? accountUrl(session, realm) : link(token.token()));
        // As urgent as the mail to a new account: what goes on in the outbox must not tell them apart either.
        MailHints hints = new MailHints("keyward-account-exists", Urgency.URGENT, verified ? null : token.expiresAt());
        return send(owner, hints, "keywardAccountExistsSubject", "keyward-account-exists.ftl", values);
    }

    private boolean verify(UserModel user, IssuedToken token, VerificationCode code) {
        Map<String, Object> values = values(user);
        values.put("link", link(token.token()));
        if (code != null) {
            values.put("code", code.forMail());
            values.put("codeMinutes", Math.max(1, settings.codeLifespan().toMinutes()));
        }
        MailHints hints = new MailHints("keyward-verify-email", Urgency.URGENT, token.expiresAt());
        return send(user, hints, "keywardVerifyEmailSubject", "keyward-verify-email.ftl", values);
    }

    private IssuedToken issue(UserModel user, String purpose, String binding, CodeRequest code) {
        return tokens.issue(new TokenRequest(
                realm.getId(), user.getId(), purpose, user.getEmail(), settings.linkLifespan(), binding, code));
    }

    /** The page stays silent about it: who floods a mailbox learns nothing, and who owns it has mails enough. */
    private boolean exhausted(UserModel user, String purpose) {
        boolean full =
                tokens.issuedSince(realm.getId(), user.getId(), purpose, now().minus(DAY)) >= settings.mailsPerDay();
        if (full) {
            LOG.warnf("User %s has had its mails of the day (%s); none is sent", user.getId(), purpose);
        }
        return full;
    }

    private Map<String, Object> values(UserModel user) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", DisplayName.of(user));
        values.put("address", user.getEmail());
        values.put("linkHours", Math.max(1, settings.linkLifespan().toHours()));
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
                    "Mail to user %s could not be sent: %s",
                    user.getId(), rootCause(e).getClass().getName());
            return false;
        }
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private String link(RawToken token) {
        return LinksEndpoint.linkUri(session, realm, token).toString();
    }

    static String accountUrl(KeycloakSession session, RealmModel realm) {
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        return Urls.accountBase(base).build(realm.getName()).toString();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
