package io.keyward.it;

import io.keyward.it.harness.TestRealm;
import java.util.List;

/** What is kept of a person's devices, and time that passes for it. */
final class DeviceRows {

    private DeviceRows() {}

    /** The ids of all devices that are kept, in the order of their first sign-ins. */
    static List<String> ids(TestRealm realm, String userId) {
        return realm.database()
                .strings(
                        "select id from keyward_device where realm_id = ? and user_id = ? order by first_seen",
                        realm.id(),
                        userId);
    }

    /** Of how many devices it is noted that their owner was told. Written in the transaction of the sign-in. */
    static long told(TestRealm realm, String userId) {
        return realm.database()
                .count(
                        "select count(*) from keyward_device where realm_id = ? and user_id = ?"
                                + " and notified_at is not null",
                        realm.id(),
                        userId);
    }

    /** Lets the retention of signed-out devices be over for all of a person's, as its job does. */
    static int forget(TestRealm realm, String userId) {
        return realm.database()
                .update(
                        "update keyward_device set forgotten_at = last_seen, signed_out_at = last_seen"
                                + " where realm_id = ? and user_id = ?",
                        realm.id(),
                        userId);
    }

    /** A day passes since the person was told last. */
    static int aDayAgo(TestRealm realm, String userId) {
        return realm.database()
                .update(
                        "update keyward_device set notified_at = notified_at - 86400001"
                                + " where realm_id = ? and user_id = ? and notified_at is not null",
                        realm.id(),
                        userId);
    }
}
