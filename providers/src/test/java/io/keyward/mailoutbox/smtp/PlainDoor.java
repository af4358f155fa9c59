package io.keyward.mailoutbox.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

/** Connects as Keycloak's authenticators do, without Keycloak. */
final class PlainDoor implements SmtpTransportProvider.Door {

    @Override
    public SmtpConnection open(SmtpSettings settings) throws Trouble {
        SmtpConnection connection = new SmtpConnection(Session.getInstance(settings.properties(trust -> {})));
        try {
            if (settings.authenticates()) {
                connection.connect(
                        settings.config().get("user"), settings.config().get("password"));
            } else {
                connection.connect();
            }
            return connection;
        } catch (MessagingException e) {
            throw SmtpDoor.failed(connection, e);
        }
    }
}
