package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.SignInMethod;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row as it is read. All writing is done by statements, and it is never kept in the persistence context. */
@Entity
@Table(name = "KEYWARD_DEVICE_SESSION")
class DeviceSessionEntity {

    @Id
    @Column(name = "USER_SESSION_ID", length = 64)
    String userSessionId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "DEVICE_ID", length = 36, nullable = false)
    String deviceId;

    @Column(name = "USER_ID", nullable = false)
    String userId;

    @Column(name = "CLIENT_ID")
    String clientId;

    @Column(name = "STARTED_AT", nullable = false)
    long startedAt;

    @Column(name = "IP")
    String ip;

    @Column(name = "METHOD", length = 32, nullable = false)
    String method;

    @Column(name = "CHECK_AT", nullable = false)
    long checkAt;

    @Column(name = "ENDED_AT")
    Long endedAt;

    protected DeviceSessionEntity() {}

    DeviceSession view() {
        return new DeviceSession(
                userSessionId,
                deviceId,
                realmId,
                userId,
                clientId,
                Millis.instant(startedAt),
                ip,
                SignInMethod.of(method),
                Millis.instant(endedAt));
    }
}
