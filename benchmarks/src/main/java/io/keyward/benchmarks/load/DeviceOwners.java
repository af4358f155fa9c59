package io.keyward.benchmarks.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * People whose devices are listed: each signed in on eight. Gives the lines that the script {@code get.lua} reads, with tokens
 * made on the spot.
 */
final class DeviceOwners {

    private static final int DEVICES = 8;
    private static final int REFUSED_AT_MOST = 10;

    private final Map<String, String> userIds;
    private final List<String> people;
    private final TokenRequests requests;
    private final RealmAdmin admin;
    private boolean signedIn;

    /** @param people the first of them, name and password by tabs; as many as there are connections at least */
    DeviceOwners(List<String> people, TokenRequests requests, RealmAdmin admin) {
        this.people = people;
        this.requests = requests;
        this.admin = admin;
        this.userIds = new HashMap<>();
    }

    /** Their own lists, read by themselves. */
    List<String> own() {
        signInEverywhere();
        return people.stream()
                .map(person -> "/realms/" + SubjectRealm.NAME + "/keyward/devices\t" + token(person, 0))
                .toList();
    }

    /** The same lists, read by an admin. */
    List<String> byAdmin() {
        signInEverywhere();
        String token = admin.token();
        return people.stream()
                .map(person -> userIds.computeIfAbsent(name(person), admin::userId))
                .map(id -> "/admin/realms/" + SubjectRealm.NAME + "/keyward/users/" + id + "/devices\t" + token)
                .toList();
    }

    /** The first page of everybody's devices, once for each. */
    List<String> pages() {
        signInEverywhere();
        String token = admin.token();
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < people.size(); line++) {
            lines.add("/admin/realms/" + SubjectRealm.NAME + "/keyward/devices?max=50\t" + token);
        }
        return lines;
    }

    private void signInEverywhere() {
        if (!signedIn) {
            signedIn = true;
            for (int device = 1; device < DEVICES; device++) {
                // One after the other: brute-force protection refuses a sign-in while the last one of the same person
                // is booked.
                for (String person : people) {
                    token(person, device);
                }
            }
        }
    }

    /** Brute-force protection refuses a sign-in while the last one of the same person is booked, which is soon over. */
    private String token(String person, int device) {
        for (int refused = 0; refused < REFUSED_AT_MOST; refused++) {
            try {
                return signIn(person, device);
            } catch (IllegalStateException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            }
        }
        return signIn(person, device);
    }

    private String signIn(String person, int device) {
        String[] fields = person.split("\t");
        return requests.accessToken(Map.of(
                "grant_type",
                "password",
                "client_id",
                SubjectRealm.CLIENT,
                "username",
                fields[0],
                "password",
                fields[1],
                "device_id",
                "device-in-the-list-of-" + fields[0].replace("@", ".") + "-" + device,
                "scope",
                "openid keyward-devices"));
    }

    private static String name(String person) {
        return person.split("\t")[0];
    }
}
