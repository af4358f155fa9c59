package io.keyward.stack;

import java.net.URI;
import java.util.List;

/** The mail catcher inside this JVM: an SMTP server, a store in memory and a page. */
final class LocalMailCatcher implements MailCatcher {

    private final MailStore store = new MailStore();
    private final int smtpPort;
    private final SmtpCatcher smtp;
    private final MailPageServer page;

    private LocalMailCatcher(int smtpPort, int pagePort) {
        this.smtpPort = smtpPort;
        this.smtp = new SmtpCatcher(smtpPort, store);
        this.page = MailPageServer.start(pagePort, store);
    }

    static LocalMailCatcher start(int smtpPort, int pagePort) {
        LocalMailCatcher mails = new LocalMailCatcher(smtpPort, pagePort);
        mails.goOnline();
        return mails;
    }

    @Override
    public URI page() {
        return page.address();
    }

    @Override
    public int smtpPort() {
        return smtpPort;
    }

    @Override
    public List<CaughtMail> all() {
        return store.all();
    }

    @Override
    public List<CaughtMail> to(String address) {
        return store.to(address);
    }

    @Override
    public void delete(String id) {
        store.delete(id);
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public void goOffline() {
        smtp.close();
    }

    @Override
    public void goOnline() {
        smtp.open();
    }

    void close() {
        smtp.close();
        page.stop();
    }
}
