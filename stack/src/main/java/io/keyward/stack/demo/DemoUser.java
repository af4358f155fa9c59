package io.keyward.stack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Somebody to sign in as, read from the file that is imported. */
record DemoUser(String address, String password, String about) {

    private static final Pattern USER = Pattern.compile(
            "\"username\": \"([^\"]+)\"(.*?)\"value\": \"([^\"]+)\"(.*?)\"realmRoles\": \\[([^\\]]*)", Pattern.DOTALL);

    static List<DemoUser> in(Path file) {
        try {
            return USER.matcher(Files.readString(file))
                    .results()
                    .map(DemoUser::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoUser of(MatchResult user) {
        return new DemoUser(user.group(1), user.group(3), about(user));
    }

    private static String about(MatchResult user) {
        if (user.group(2).contains("\"emailVerified\": false")) {
            return "has to prove the address first";
        }
        return user.group(5).contains("\"admin\"") ? "has the role admin" : "has proved the address";
    }
}
