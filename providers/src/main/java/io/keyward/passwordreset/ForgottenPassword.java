package io.keyward.passwordreset;

import io.keyward.onetimetoken.OneTimeTokenProvider;
import io.keyward.onetimetoken.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;

/**
 * Deals with one request when its answer has long been sent: finds the account, keeps the limits, writes the mail. What came of
 * it is an event of Keycloak, for administrators, and known to nobody else.
 */
final class ForgottenPassword {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String LIMIT = "limit";

    private final KeycloakSession session;
    private final ResetRequest request;
    private final RealmModel realm;
    private final ResetSettings settings;
    private final Quota quota;

    ForgottenPassword(KeycloakSession session, ResetRequest request) {
        this.session = session;
        this.request = request;
        this.realm = session.realms().getRealm(request.realmId());
        this.settings = realm == null ? null : ResetSettings.of(realm);
        this.quota = new Quota(session.getProvider(SingleUseObjectProvider.class));
    }

    void deal() {
        if (realm == null || !realm.isEnabled() || !realm.isResetPasswordAllowed()) {
            return;
        }
        session.getContext().setRealm(realm);
        String network = realm.getId() + ".network." + hash(ClientNetwork.of(request.ip()));
        if (!quota.take(network, settings.requestsPerHour(), HOUR)) {
            event(null).detail(Details.REASON, "network-" + LIMIT).error(Errors.SLOW_DOWN);
            return;
        }
        UserModel user = request.name() == null ? null : find(request.name());
        switch (Reply.to(session, realm, user)) {
            case LINK -> link(user);
            case OTHER_ADDRESS -> explain(user, "other-address");
            case NO_PASSWORD -> explain(user, "no-password");
            case NONE -> event(user).error(whyNone(user));
        }
    }

    /** In the order in which Keycloak's own sign-in looks. */
    private UserModel find(String name) {
        UserModel byName = session.users().getUserByUsername(realm, name);
        return byName == null && realm.isLoginWithEmailAllowed() && name.contains("@")
                ? session.users().getUserByEmail(realm, name)
                : byName;
    }

    private void link(UserModel user) {
        if (recentlyMailed(user) || !quota.take(mailbox(user, "link"), settings.mailsPerLifespan(), lifespan())) {
            event(user).detail(Details.REASON, "mail-" + LIMIT).error(Errors.SLOW_DOWN);
            return;
        }
        mailed(user, mails -> mails.link(user, settings.linkLifespan()));
    }

    private void explain(UserModel user, String reason) {
        if (!quota.take(mailbox(user, reason), 1, HOUR)) {
            event(user).detail(Details.REASON, "mail-" + LIMIT).error(Errors.SLOW_DOWN);
            return;
        }
        mailed(user, mails -> mails.explain(user, reason));
    }

    private boolean recentlyMailed(UserModel user) {
        return issued(user, settings.mailCooldown()) > 0 || issued(user, lifespan()) >= settings.mailsPerLifespan();
    }

    private long issued(UserModel user, Duration within) {
        Instant since = Instant.ofEpochMilli(Time.currentTimeMillis()).minus(within);
        return session.getProvider(OneTimeTokenProvider.class)
                .issuedSince(realm.getId(), user.getId(), ResetLink.PURPOSE, since);
    }

    private void mailed(UserModel user, Writing writing) {
        if (user.getFirstAttribute(UserModel.LOCALE) == null) {
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, request.language());
        }
        if (writing.by(new ResetMails(session, realm, request.base(), request.ip()))) {
            event(user).success();
        } else {
            // The link that was mailed before, if any, goes on working.
            session.getTransactionManager().setRollbackOnly();
            event(user).error(Errors.EMAIL_SEND_FAILED);
        }
    }

    /** Several accounts may have one address. */
    private String mailbox(UserModel user, String what) {
        return realm.getId() + "." + what + "." + hash(user.getEmail().toLowerCase(Locale.ROOT));
    }

    private static String hash(String value) {
        return TokenHash.of(value).value();
    }

    private Duration lifespan() {
        return settings.linkLifespan();
    }

    private static String whyNone(UserModel user) {
        if (user == null) {
            return Errors.USER_NOT_FOUND;
        }
        return user.isEnabled() ? Errors.INVALID_EMAIL : Errors.USER_DISABLED;
    }

    /** Without what was typed, which is an address more often than not. */
    private EventBuilder event(UserModel user) {
        return new EventBuilder(realm, session)
                .event(EventType.SEND_RESET_PASSWORD)
                .ipAddress(request.ip())
                .client(request.clientId())
                .user(user);
    }

    private interface Writing {
        /** @return whether there is a mail now */
        boolean by(ResetMails mails);
    }
}
