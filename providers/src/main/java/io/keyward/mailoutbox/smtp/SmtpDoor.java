package io.keyward.mailoutbox.smtp;

import io.keyward.mailoutbox.MailFailure;
import jakarta.mail.Session;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.JSSETruststoreConfigurator;

/**
 * Opens connections with what Keycloak has for it: its authenticators, which ask the vault or fetch a token, and its
 * truststore. They are those of its own sender, whose factory is there whichever sender is in use.
 */
final class SmtpDoor implements SmtpTransportProvider.Door {

    private static final Logger LOG = Logger.getLogger(SmtpDoor.class);

    private final KeycloakSession session;

    SmtpDoor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public SmtpConnection open(SmtpSettings settings) throws Trouble {
        SmtpConnection connection;
        try {
            connection = new SmtpConnection(Session.getInstance(settings.properties(this::trust)));
        } catch (RuntimeException e) {
            throw Trouble.server(MailFailure.CONFIGURATION, 0, e);
        }
        try {
            authenticator(settings).connect(session, settings.config(), connection);
            return connection;
        } catch (EmailException | RuntimeException e) {
            throw failed(connection, e);
        }
    }

    /** What is to be made of a connection that did not come about. */
    static Trouble failed(SmtpConnection connection, Exception cause) {
        int code = connection.getLastReturnCode();
        // The library has no type for a StartTLS that is refused.
        MailFailure failure = connection.encrypting() ? MailFailure.TLS : ConnectFailure.of(cause);
        SmtpPool.close(connection);
        LOG.debugf(cause, "No connection to the mail server: %s", failure.word());
        return Trouble.server(failure, code >= 400 && code <= 599 ? code : 0, cause);
    }

    private EmailAuthenticator authenticator(SmtpSettings settings) {
        Map<AuthenticatorType, EmailAuthenticator> authenticators = ((DefaultEmailSenderProviderFactory)
                        session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class, "default"))
                .getEmailAuthenticators();
        AuthenticatorType type = settings.authenticates()
                ? AuthenticatorType.valueOf(settings.authenticationType().toUpperCase(Locale.ROOT))
                : AuthenticatorType.NONE;
        return authenticators.get(type);
    }

    private void trust(Properties properties) {
        JSSETruststoreConfigurator truststore = new JSSETruststoreConfigurator(session);
        if (truststore.getSSLSocketFactory() == null) {
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            return;
        }
        boolean anyHost = truststore.getProvider().getPolicy() == HostnameVerificationPolicy.ANY;
        properties.put("mail.smtp.ssl.socketFactory", truststore.getSSLSocketFactory());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(!anyHost));
        if (anyHost) {
            properties.setProperty("mail.smtp.ssl.trust", "*");
        }
    }
}
