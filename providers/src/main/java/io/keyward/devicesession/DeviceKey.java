package io.keyward.devicesession;

import io.keyward.onetimetoken.TokenHash;

/**
 * By what a device is recognised for one person: a hash over realm, user and the secret that the device showed. Two people
 * on one device have two keys that nobody can match by looking at the table.
 *
 * @param hash the SHA-256 hash
 */
public record DeviceKey(TokenHash hash) {

    /** The key of a device that shows the given secret, for one user. */
    public static DeviceKey of(String realmId, String userId, String secret) {
        // Length-prefixed: no two triples run together to the same text.
        return new DeviceKey(TokenHash.of("keyward-device:" + realmId.length() + ":" + realmId + ":" + userId.length()
                + ":" + userId + ":" + secret));
    }
}
