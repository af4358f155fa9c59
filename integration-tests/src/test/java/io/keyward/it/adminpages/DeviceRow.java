package io.keyward.it.adminpages;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.devices.Member;
import io.keyward.it.harness.TestRealm;

/** Devices as the table holds them. */
final class DeviceRow {

    private static final String NEWEST = "update keyward_device set name = ? where id = (select id from keyward_device"
            + " where realm_id = ? and user_id = ? order by first_seen desc limit 1)";

    private static final String MANY = "insert into keyward_device (realm_id, id, user_id, key_hash, name, type, os,"
            + " browser, first_seen, last_seen, last_ip, method, signed_out_at)"
            + " select ?, gen_random_uuid()::text, ?, md5(n::text) || md5('second' || n), 'Device ' || n, 'desktop',"
            + " 'Linux', 'Firefox/140.0', ?, ?, '192.0.2.1', 'browser', ? from generate_series(1, ?) n";

    private DeviceRow() {}

    /** Names the device that signed in last. */
    static void name(TestRealm realm, Member owner, String name) {
        assertThat(realm.database().update(NEWEST, name, realm.id(), owner.id()))
                .isEqualTo(1);
    }

    /** So many that are signed out. */
    static void many(TestRealm realm, Member owner, int number) {
        long now = System.currentTimeMillis();
        assertThat(realm.database().update(MANY, realm.id(), owner.id(), now - 3_600_000, now - 60_000, now, number))
                .isEqualTo(number);
    }
}
