package io.keyward.devicesession;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The devices of people. One row for each person and device. */
public interface DeviceStore {

    /** The device that shows this key, forgotten ones included. */
    Optional<Device> find(String realmId, String userId, DeviceKey key);

    /** A device by its id, in its realm, forgotten ones included. */
    Optional<Device> findById(String realmId, String id);

    /** The devices of one person that are not forgotten, last seen first. */
    List<Device> ofUser(String realmId, String userId);

    /** One page of a realm's devices in the order of their ids, of 1,000 at most. */
    List<Device> page(String realmId, DeviceQuery query);

    /**
     * Notes that a device signs in: keeps a new one, or updates display, last seen, IP and method of one that is there, brings
     * it back if it was forgotten, and clears that it was signed out. Of concurrent sign-ins of one new device one keeps it
     * and the others find it.
     */
    Arrival arrive(DeviceKey key, SignIn signIn);

    /**
     * Notes that a device was used, unless that would change its last-seen time by less than the interval between two notes
     * that the caller observes. A device that is used is not signed out, nor forgotten.
     *
     * @param unlessSeenSince nothing is written if the device was seen at this instant or later
     */
    void seen(String realmId, String id, Instant at, String ip, Instant unlessSeenSince);

    /**
     * Gives it the name its owner chose; null takes the name away.
     *
     * @return whether it is this user's device and not forgotten
     * @throws IllegalArgumentException for a name of more than 255 characters, or with a NUL in it
     */
    boolean rename(String realmId, String userId, String id, String name);

    /** Notes that it is signed out, unless it is noted already. */
    void signedOut(String realmId, String id, Instant at);

    /** Notes that its owner is told about it, once more if it was noted before. */
    void notified(String realmId, String id, Instant at);

    /** How many devices of a person were told of by mail at or after the given instant. */
    long notifiedSince(String realmId, String userId, Instant since);

    /** Deletes a device with its sessions and chains, so that it is new when it comes back. */
    void remove(String realmId, String id);

    /**
     * The person behind the devices, locked until the transaction ends, so that two new devices at once are counted one after
     * the other.
     */
    DeviceOwner lockOwner(String realmId, String userId);

    /** Whether the person wants no mail about new devices. False for a person who never said. */
    boolean newDeviceMailRefused(String realmId, String userId);

    /** Lets a person refuse mails about new devices, or have them again. */
    void refuseNewDeviceMail(String realmId, String userId, boolean refused);

    /**
     * A device that has arrived.
     *
     * @param device as it is now
     * @param fresh whether it was never seen before, or so long ago that nothing is left of it
     * @param signedOutBefore whether it was noted as signed out, or forgotten, or is fresh: it counts anew against the limit
     */
    record Arrival(Device device, boolean fresh, boolean signedOutBefore) {}

    /**
     * A person who has signed in at least once since Keyward looks after the realm.
     *
     * @param firstDevice whether the call that returned this made the row: nothing was known of the person before
     */
    record DeviceOwner(boolean firstDevice) {}
}
