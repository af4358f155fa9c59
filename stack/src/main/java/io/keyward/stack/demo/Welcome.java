package io.keyward.stack.demo;

import io.keyward.stack.SignInStack;
import java.util.List;
import java.util.stream.Collectors;

/** What a person needs to look around, in words that fit a terminal. */
record Welcome(SignInStack stack, List<DemoUser> users) {

    private static final String REALM = "keyward";

    @Override
    public String toString() {
        return """

                Keyward is running.

                  Sign in, account    %1$s/realms/%2$s/account/
                  Sign up             %1$s/realms/%2$s/protocol/openid-connect/auth?client_id=account&response_type=code&scope=openid&prompt=create&redirect_uri=%1$s/realms/%2$s/account/
                  Session API         %1$s/realms/%2$s/keyward/auth   (docs/session-api.md has lines to try)
                  Read the mails      %3$s
                  Admin console       %1$s/admin/   (%4$s / %5$s)

                  Demo users
                %6$s

                Ctrl-C ends everything.
                """.formatted(
                        stack.baseUrl(),
                        REALM,
                        stack.mails().page(),
                        stack.admin().username(),
                        stack.admin().password(),
                        users.stream().map(Welcome::line).collect(Collectors.joining("\n")));
    }

    private static String line(DemoUser user) {
        return "  %-24s %-26s %s".formatted(user.address(), user.password(), user.about());
    }
}
