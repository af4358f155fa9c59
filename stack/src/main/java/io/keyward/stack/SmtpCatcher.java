package io.keyward.stack;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;

/** GreenMail's SMTP server; what it takes in goes to our own store. */
final class SmtpCatcher {

    private final int port;
    private final MailStore store;
    private GreenMail server;

    SmtpCatcher(int port, MailStore store) {
        this.port = port;
        this.store = store;
    }

    synchronized void open() {
        if (server != null) {
            return;
        }
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        GreenMail opened = new GreenMail(setup);
        opened.getUserManager().setMessageDeliveryHandler((message, address) -> keep(opened, message, address));
        opened.start();
        server = opened;
    }

    synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** GreenMail wants a mailbox to deliver to; one for all is enough, nobody reads it. */
    private GreenMailUser keep(GreenMail server, MovingMessage message, MailAddress address)
            throws MessagingException, UserException {
        try {
            store.add(MailReader.read(message.getMessage(), address.getEmail()));
        } catch (IOException e) {
            throw new MessagingException("The message cannot be read", e);
        }
        GreenMailUser mailbox = server.getUserManager().getUser("everyone");
        return mailbox != null ? mailbox : server.getUserManager().createUser("everyone", "everyone", "");
    }
}
