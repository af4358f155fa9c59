package io.keyward.devicesession.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A person who has devices. The row to lock while they are counted. */
@Entity
@Table(name = "KEYWARD_DEVICE_OWNER")
@IdClass(DeviceOwnerEntity.Key.class)
class DeviceOwnerEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "NEW_DEVICE_MAIL_REFUSED", nullable = false)
    boolean newDeviceMailRefused;

    @Column(name = "FIRST_SEEN", nullable = false)
    long firstSeen;

    protected DeviceOwnerEntity() {}

    record Key(String realmId, String userId) implements Serializable {}
}
