package io.keyward.mailoutbox.smtp;

import io.keyward.mailoutbox.MailFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** Tells from an exception why there is no connection. */
final class ConnectFailure {

    private ConnectFailure() {}

    static MailFailure of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        if (any(chain, AuthenticationFailedException.class)) {
            return MailFailure.AUTHENTICATION;
        }
        if (any(chain, SSLException.class) || any(chain, CertificateException.class) || aboutStartTls(chain)) {
            return MailFailure.TLS;
        }
        if (any(chain, IllegalArgumentException.class)) {
            return MailFailure.CONFIGURATION;
        }
        // What Keycloak throws without the mail library having failed is that no token could be had.
        return any(chain, MessagingException.class) ? MailFailure.CONNECTION : MailFailure.AUTHENTICATION;
    }

    /** Angus Mail 2.0 has no type for it. */
    private static boolean aboutStartTls(List<Throwable> chain) {
        return chain.stream()
                .filter(MessagingException.class::isInstance)
                .map(Throwable::getMessage)
                .anyMatch(message -> message != null && (message.contains("STARTTLS") || message.contains("to TLS")));
    }

    private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable t = thrown; t != null && !chain.contains(t); t = t.getCause()) {
            chain.add(t);
        }
        return chain;
    }
}
