package io.keyward.devicesession.notice;

import java.util.Locale;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keeps the language of the request at hand out of a mail: that of the request might be a thief's. Until it is closed, Keycloak
 * (26.7) finds no choice of language in the session, and {@link #user()} has one for every account, so that neither cookies nor
 * headers are asked.
 */
final class AccountLanguage implements AutoCloseable {

    private final KeycloakSession session;
    private final AuthenticationSessionModel signIn;
    private final Object chosen;
    private final UserModel user;

    AccountLanguage(KeycloakSession session, RealmModel realm, UserModel account) {
        this.session = session;
        this.signIn = session.getContext().getAuthenticationSession();
        this.chosen = session.getAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE);
        this.user = new Reader(account, language(realm, account));
        session.getContext().setAuthenticationSession(null);
        session.removeAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE);
    }

    /** The account, with a language. */
    UserModel user() {
        return user;
    }

    /** The language of the account; that of the realm where it has none, or one that the realm does not speak. */
    static String language(RealmModel realm, UserModel account) {
        String own = account.getFirstAttribute(UserModel.LOCALE);
        if (own != null
                && realm.getSupportedLocalesStream()
                        .anyMatch(spoken -> language(spoken).equals(language(own)))) {
            return own;
        }
        return realm.getDefaultLocale() == null ? Locale.ENGLISH.toLanguageTag() : realm.getDefaultLocale();
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    @Override
    public void close() {
        KeycloakContext context = session.getContext();
        context.setAuthenticationSession(signIn);
        if (chosen != null) {
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, chosen);
        }
    }

    private static final class Reader extends UserModelDelegate {

        private final String language;

        private Reader(UserModel account, String language) {
            super(account);
            this.language = language;
        }

        @Override
        public String getFirstAttribute(String name) {
            return UserModel.LOCALE.equals(name) ? language : super.getFirstAttribute(name);
        }
    }
}
