package io.keyward.devicesession.jpa;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceDisplay;
import io.keyward.devicesession.DeviceType;
import io.keyward.devicesession.SignInMethod;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row as it is read. All writing is done by statements, and it is never kept in the persistence context. */
@Entity
@Table(name = "KEYWARD_DEVICE")
class DeviceEntity {

    /** A random UUID, so one column is enough for Hibernate; the key in the database begins with the realm. */
    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "USER_ID", nullable = false)
    String userId;

    @Column(name = "KEY_HASH", length = 64, nullable = false)
    String keyHash;

    @Column(name = "NAME")
    String name;

    @Column(name = "TYPE", length = 32, nullable = false)
    String type;

    @Column(name = "OS")
    String os;

    @Column(name = "OS_VERSION")
    String osVersion;

    @Column(name = "BROWSER")
    String browser;

    @Column(name = "FIRST_SEEN", nullable = false)
    long firstSeen;

    @Column(name = "LAST_SEEN", nullable = false)
    long lastSeen;

    @Column(name = "LAST_IP")
    String lastIp;

    @Column(name = "METHOD", length = 32, nullable = false)
    String method;

    @Column(name = "SIGNED_OUT_AT")
    Long signedOutAt;

    @Column(name = "NOTIFIED_AT")
    Long notifiedAt;

    @Column(name = "FORGOTTEN_AT")
    Long forgottenAt;

    protected DeviceEntity() {}

    Device view() {
        return new Device(
                id,
                realmId,
                userId,
                name,
                new DeviceDisplay(DeviceType.of(type), os, osVersion, browser),
                Millis.instant(firstSeen),
                Millis.instant(lastSeen),
                lastIp,
                SignInMethod.of(method),
                Millis.instant(signedOutAt),
                Millis.instant(notifiedAt),
                Millis.instant(forgottenAt));
    }
}
