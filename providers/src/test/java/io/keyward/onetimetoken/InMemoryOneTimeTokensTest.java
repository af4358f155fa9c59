package io.keyward.onetimetoken;

import java.util.List;
import java.util.function.Function;

final class InMemoryOneTimeTokensTest extends OneTimeTokenContract {

    private final InMemoryOneTimeTokens tokens = new InMemoryOneTimeTokens();

    @Override
    <T> T inTransaction(Function<OneTimeTokenProvider, T> work) {
        return work.apply(tokens);
    }

    @Override
    void addUser(String userId) {
        tokens.users().add(userId);
    }

    @Override
    void loseUser(String userId) {
        tokens.users().remove(userId);
    }

    @Override
    List<String> everythingStored() {
        return tokens.stored();
    }
}
