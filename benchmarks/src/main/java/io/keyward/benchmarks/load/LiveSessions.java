package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Sessions to be asked about: one that began with a sign-in, and in a subject that is to be filled so many copies of it that there
 * are as many as the options say, on a quarter as many people. Their tokens, in a file per connection.
 */
final class LiveSessions {

    private static final int SESSIONS_PER_PERSON = 4;
    private static final int LONG_ENOUGH = 36_000;

    /** Connections there may be at most. */
    private static final int CONNECTIONS = 256;

    private final RunningSubject subject;
    private final LoadOptions options;
    private final Path scripts;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> tokens = new ArrayList<>();
    private int count = 1;
    private Path one;
    private Path every;
    private int turns;

    /** @param scripts the folder of the SQL scripts */
    LiveSessions(RunningSubject subject, LoadOptions options, Path scripts) {
        this.subject = subject;
        this.options = options;
        this.scripts = scripts;
    }

    /** Signs in and makes the copies; must come first. */
    void begin() {
        subject.admin()
                .change(realm -> realm.put("accessTokenLifespan", LONG_ENOUGH)
                        .put("ssoSessionIdleTimeout", LONG_ENOUGH)
                        .put("ssoSessionMaxLifespan", LONG_ENOUGH));
        String[] person = line(subject.people()).split("\t");
        tokens.add(new TokenRequests(subject.tokenEndpoint())
                .accessToken(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        SubjectRealm.CLIENT,
                        "username",
                        person[0],
                        "password",
                        person[1],
                        "device_id",
                        person[2],
                        "scope",
                        "openid")));
        one = write("token", tokens.subList(0, 1), CONNECTIONS);
        if (subject.subject().filled()) {
            grow(options.sessions());
        } else {
            every = write("tokens", tokens, options.connections());
        }
    }

    /** Adds sessions until there are so many, more than there were. */
    void grow(int wanted) {
        copy(wanted - count);
        count = wanted;
        every = write("tokens", tokens, options.connections());
    }

    /** How many live, whether anybody asks about them or not. */
    int count() {
        return count;
    }

    /** The beginning of the names of files that hold the token of one session. */
    Path one() {
        return one;
    }

    /** The same with the tokens of all, each in one of the files. */
    Path every() {
        return every;
    }

    /** How often this was called. */
    int turn() {
        return turns++;
    }

    String path(Question question) {
        return subject.realmPath() + question.path();
    }

    /** Of the confidential client, for HTTP basic authentication. */
    String credentials() {
        return Base64.getEncoder()
                .encodeToString(
                        (SubjectRealm.GATEWAY + ":" + SubjectRealm.GATEWAY_SECRET).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException if the answer about the last session is not what it should be */
    void tryOut(Question question) {
        String token = tokens.get(tokens.size() - 1);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(subject.tokenEndpoint().resolve(path(question)));
        switch (question.sent()) {
            case "cookie" -> request.header("Cookie", "access_token=" + token);
            case "bearer" -> request.header("Authorization", "Bearer " + token);
            case "introspection" ->
                request.header("Authorization", "Basic " + credentials())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("token=" + token));
            default -> request.GET();
        }
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() != 200 || !question.answered(answer)) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private void copy(int more) {
        try (Connection connection = subject.stack().database().connect()) {
            SignedCopies copies = SignedCopies.of(tokens.get(0), connection, subject.realm());
            new SqlScript(scripts.resolve("sessions.sql"))
                    .run(
                            connection,
                            Map.of(
                                    "template",
                                    copies.session(),
                                    "count",
                                    String.valueOf(more),
                                    "first",
                                    String.valueOf(count),
                                    "people",
                                    String.valueOf(Math.max(1, more / SESSIONS_PER_PERSON))));
            int asked = options.asked() == 0 ? count + more : options.asked();
            tokens.subList(1, tokens.size()).clear();
            tokens.addAll(copies.ofOthers(connection, asked - 1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (tokens.size() != (options.asked() == 0 ? count + more : Math.min(options.asked(), count + more))) {
            throw new IllegalStateException("There are " + tokens.size() + " sessions.");
        }
    }

    /** One file per connection; each has the only token where there is but one. */
    private Path write(String name, List<String> all, int files) {
        Path beginning = subject.people().resolveSibling(name);
        for (int file = 0; file < files; file++) {
            List<String> part = new ArrayList<>();
            for (int number = all.size() == 1 ? 0 : file; number < all.size(); number += files) {
                part.add(all.get(number));
            }
            try {
                Files.write(Path.of(beginning + "." + (file + 1)), part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return beginning;
    }

    private static String line(Path file) {
        try {
            return Files.readAllLines(file).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
