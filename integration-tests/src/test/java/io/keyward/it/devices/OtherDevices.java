package io.keyward.it.devices;

import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.time.Instant;

/** Devices of a person beside the browser of the test, as they are in life. */
final class OtherDevices {

    private final TestRealm realm;
    private final Member member;

    OtherDevices(Member member) {
        this.realm = member.realm();
        this.member = member;
    }

    /** What somebody is signed in on: its id, and the tokens it holds. */
    record Live(String id, TokenAnswer tokens) {}

    /** Signs in on a device that looks like this. */
    Live signedIn(String type, String os, String browser) {
        TokenAnswer tokens = member.signIn();
        String id = member.api(tokens).currentId();
        realm.database()
                .update(
                        // Seen after its session was, whose address would be shown otherwise.
                        "update keyward_device set type = ?, os = ?, os_version = null, browser = ?, last_ip = ?,"
                                + " last_seen = last_seen + 2000 where realm_id = ? and id = ?",
                        type,
                        os,
                        browser,
                        "198.51.100.24",
                        realm.id(),
                        id);
        return new Live(id, tokens);
    }

    void named(String id, String name) {
        realm.database()
                .update("update keyward_device set name = ? where realm_id = ? and id = ?", name, realm.id(), id);
    }

    /** So many that were signed out, each an hour after the one before, "Laptop 1" a day ago. */
    void signedOut(int count) {
        long aDayAgo = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
        realm.database()
                .update(
                        "insert into keyward_device (realm_id, id, user_id, key_hash, name, type, os, browser, first_seen,"
                                + " last_seen, last_ip, method, signed_out_at)"
                                + " select ?, gen_random_uuid()::text, ?, md5(n::text) || md5(n::text), 'Laptop ' || n,"
                                + " 'desktop', 'Fedora', 'Firefox/145.0', ? - n * 3600000, ? - n * 3600000, '192.0.2.7',"
                                + " 'browser', ? - n * 3600000 from generate_series(1, ?) n",
                        realm.id(),
                        member.id(),
                        aDayAgo,
                        aDayAgo,
                        aDayAgo,
                        count);
    }

    boolean refreshes(Live device) {
        return realm.direct().refresh(device.tokens().refreshToken()).status() == 200;
    }
}
