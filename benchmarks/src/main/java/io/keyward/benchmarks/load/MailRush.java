package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Makes Keycloak send mails as fast as it says yes: an administrator's "execute actions", which is the mail with the least around it. */
final class MailRush {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final RealmAdmin admin;
    private final List<String> userIds;
    private final int connections;

    MailRush(URI base, RealmAdmin admin, List<String> userIds, int connections) {
        this.base = base;
        this.admin = admin;
        this.userIds = List.copyOf(userIds);
        this.connections = connections;
    }

    /** For so many seconds; returns how many mails Keycloak said yes to. */
    int during(int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        return run(() -> System.nanoTime() < end);
    }

    /** So many mails. */
    int mails(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return run(() -> left.getAndDecrement() > 0);
    }

    private int run(BooleanSupplier more) {
        String token = admin.token();
        AtomicInteger number = new AtomicInteger();
        ExecutorService crowd = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(crowd.submit(() -> {
                    int accepted = 0;
                    while (more.getAsBoolean()) {
                        send(userIds.get(number.getAndIncrement() % userIds.size()), token);
                        accepted++;
                    }
                    return accepted;
                }));
            }
            int accepted = 0;
            for (Future<Integer> one : all) {
                accepted += one.get();
            }
            return accepted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            crowd.shutdownNow();
        }
    }

    private void send(String userId, String token) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        base + "/admin/realms/" + SubjectRealm.NAME + "/users/" + userId + "/execute-actions-email"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("[\"UPDATE_PASSWORD\"]"))
                .build();
        try {
            int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException("A mail was answered by " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
