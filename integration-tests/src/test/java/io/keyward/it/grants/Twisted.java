package io.keyward.it.grants;

import java.util.Set;
import java.util.function.Consumer;

/** A way to tokens with something done to the account just before the attempt. */
record Twisted(Grant grant, Consumer<Account> twist) implements Grant {

    @Override
    public boolean preparedWhileProved() {
        return grant.preparedWhileProved();
    }

    @Override
    public Attempt prepare(Account account) {
        Attempt attempt = grant.prepare(account);
        return () -> {
            twist.accept(account);
            return attempt.go();
        };
    }

    @Override
    public Set<String> refusals() {
        return grant.refusals();
    }

    @Override
    public boolean refusalTells() {
        return grant.refusalTells();
    }
}
