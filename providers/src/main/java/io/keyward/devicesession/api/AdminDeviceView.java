package io.keyward.devicesession.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A device, as administrators see it.
 *
 * @param userId whose it is
 * @param username whose it is
 * @param device as its owner sees it
 */
record AdminDeviceView(
        String userId, String username, @JsonUnwrapped DeviceView device) {}
