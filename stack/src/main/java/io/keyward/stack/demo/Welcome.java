package io.keyward.stack.demo;

import io.keyward.stack.SignInStack;

/** What a person needs to look around, in words that fit a terminal. */
record Welcome(SignInStack stack) {

    private static final String REALM = "keyward";

    @Override
    public String toString() {
        return """

                Keyward is running.

                  Sign in, sign up    %1$s/realms/%2$s/account
                  Read the mails      %3$s
                  Admin console       %1$s/admin/   (%4$s / %5$s)

                  Demo users          password
                  admin@example.org        admin        has the role admin
                  user@example.org         user         proved the address
                  unverified@example.org   unverified   must prove the address first

                Ctrl-C ends everything.
                """.formatted(
                        stack.baseUrl(),
                        REALM,
                        stack.mails().page(),
                        stack.admin().username(),
                        stack.admin().password());
    }
}
