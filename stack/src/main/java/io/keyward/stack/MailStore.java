package io.keyward.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The caught mails, newest kept. */
final class MailStore {

    static final int LIMIT = 1_000;

    private final Deque<CaughtMail> mails = new ArrayDeque<>();

    synchronized void add(CaughtMail mail) {
        if (mails.size() == LIMIT) {
            mails.removeFirst();
        }
        mails.addLast(mail);
    }

    synchronized List<CaughtMail> all() {
        return List.copyOf(mails);
    }

    synchronized List<CaughtMail> to(String address) {
        return mails.stream()
                .filter(mail -> mail.recipient().equalsIgnoreCase(address))
                .toList();
    }

    synchronized Optional<CaughtMail> find(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    synchronized void delete(String id) {
        mails.removeIf(mail -> mail.id().equals(id));
    }

    synchronized void clear() {
        mails.clear();
    }
}
