package io.keyward.sessionapi;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Sentences in the language of the person: that of the account, else the one that the browser asks for. */
final class Texts {

    private final Locale locale;
    private final Properties messages;

    Texts(KeycloakSession session) {
        this(session, null);
    }

    Texts(KeycloakSession session, UserModel user) {
        this.locale = session.getContext().resolveLocale(user, !languageReadable(session));
        try {
            this.messages = session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getEnhancedMessages(session.getContext().getRealm(), locale);
        } catch (IOException unreadable) {
            throw new IllegalStateException("a theme cannot be read", unreadable);
        }
    }

    /** Whether the header {@code Accept-Language} is one, if there is any; reading one that is none fails. */
    static boolean languageReadable(KeycloakSession session) {
        try {
            return session.getContext().getHttpRequest().getHttpHeaders().getAcceptableLanguages() != null;
        } catch (IllegalArgumentException | WebApplicationException unreadable) {
            return false;
        }
    }

    /** The sentence of this key; the key itself where a realm uses one that no theme has. */
    String of(String key, Object... parameters) {
        String pattern = messages.getProperty(key, key);
        return new MessageFormat(pattern, locale).format(parameters == null ? new Object[0] : parameters);
    }
}
