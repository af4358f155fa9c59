package io.keyward.stack;

import java.net.URI;
import java.util.List;

/** An SMTP server that keeps what it is sent and delivers nothing. It keeps the newest 1,000 mails, in memory. */
public interface MailCatcher {

    /** The page that lists the mails and shows each. */
    URI page();

    /** Where mail is taken in, on the loopback interface, without TLS or authentication. */
    int smtpPort();

    /** Every mail, oldest first. */
    List<CaughtMail> all();

    /** The mails whose envelope names the address, in any letter case, oldest first. */
    List<CaughtMail> to(String address);

    /** Forgets one mail; an unknown id is ignored. */
    void delete(String id);

    /** Forgets all mails. */
    void clear();

    /** Makes sending fail until {@link #goOnline()}: the port closes or turns every sender away. Caught mails stay. */
    void goOffline();

    /** Takes mails in again. */
    void goOnline();
}
