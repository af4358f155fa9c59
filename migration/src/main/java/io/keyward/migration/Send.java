package io.keyward.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Gives the files of a folder to a running Keycloak. */
final class Send {

    /** A file of as many users of whom none is taken says that something else is wrong. */
    private static final int SUSPICIOUS = 10;

    private final SendOptions options;
    private final ObjectMapper mapper = new ObjectMapper();
    private Outcome total = Outcome.NOTHING;

    Send(SendOptions options) {
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        Folder folder = Folder.prepared(options.folder());
        JsonNode summary = mapper.readTree(folder.file(Folder.SUMMARY).toFile());
        String realm = summary.path("realm").asText();
        AdminApi api = new AdminApi(options, realm, mapper);
        check(api, realm);
        SentLog log = new SentLog(folder, options.server());
        Set<String> sent = options.again() ? Set.of() : log.sent();
        List<Path> files = folder.chunks().stream()
                .filter(file -> !sent.contains(file.getFileName().toString()))
                .toList();
        if (!sent.isEmpty()) {
            System.out.printf("%d files were sent before.%n", sent.size());
        }
        deliver(files, new Delivery(api, mapper), log);
        System.out.printf(
                "%d users: %d added, %d there from an earlier run, %d left out%s%n",
                total.total(),
                total.added(),
                total.unchanged(),
                total.leftOut().size(),
                total.leftOut().isEmpty() ? "" : " (" + folder.file(Folder.NOT_SENT) + ")");
    }

    /** The partial import makes roles that it does not find, and takes hashes that nobody can verify: better asked before. */
    private static void check(AdminApi api, String realm) throws IOException, InterruptedException {
        int status = api.readRealm().status();
        if (status != 200) {
            throw new ImportException(
                    "The realm " + realm + " is not there, or not for this administrator: status " + status + ".");
        }
        for (String role : List.of("default-roles-" + realm.toLowerCase(Locale.ROOT), "admin")) {
            if (!api.hasRole(role)) {
                throw new ImportException("The realm " + realm + " has no role " + role + ".");
            }
        }
        if (!api.knowsBcrypt()) {
            throw new ImportException("This Keycloak does not know bcrypt: Keyward is not installed there.");
        }
    }

    private void deliver(List<Path> files, Delivery delivery, SentLog log) throws IOException, InterruptedException {
        ExecutorService connections = Executors.newFixedThreadPool(options.connections());
        try (Progress progress = Progress.to("sent", System.err)) {
            List<Future<Outcome>> answers = new ArrayList<>();
            for (Path file : files) {
                answers.add(connections.submit(() -> {
                    Outcome outcome = delivery.deliver(Chunk.read(file, mapper));
                    refuseIfNobodyIsTaken(outcome);
                    log.add(file, outcome);
                    return outcome;
                }));
            }
            int done = 0;
            for (Future<Outcome> answer : answers) {
                total = total.and(answer.get());
                progress.at(total.total(), (double) ++done / files.size());
            }
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            connections.shutdownNow();
        }
    }

    private static void refuseIfNobodyIsTaken(Outcome outcome) {
        long refused = outcome.leftOut().values().stream()
                .filter(SkipReason.REFUSED::equals)
                .count();
        if (refused >= SUSPICIOUS && refused == outcome.total()) {
            throw new ImportException("Keycloak takes nobody; its log says why.");
        }
    }

    private static ImportException failure(Throwable cause) {
        return cause instanceof ImportException known
                ? known
                : new ImportException(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }
}
