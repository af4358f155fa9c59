package io.keyward.devicesession;

import java.time.Instant;

/**
 * A sign-in, as a device store needs to know it.
 *
 * @param realmId the realm
 * @param userId who signs in
 * @param display what the device looks like
 * @param ip where from, or null
 * @param method by which door
 * @param at when
 */
public record SignIn(
        String realmId, String userId, DeviceDisplay display, String ip, SignInMethod method, Instant at) {}
