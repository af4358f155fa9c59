package io.keyward.devicesession.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A sign-in of the past.
 *
 * @param at when, ISO 8601 in UTC
 * @param signedInWith how
 * @param ip where from, or null
 * @param client at which application, or null
 * @param device on what; its id leads nowhere once the device is forgotten; null when nothing is left of it
 * @param active whether a session of it lives
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignInView(String at, String signedInWith, String ip, ClientView client, On device, boolean active) {

    /** A device by id and title. */
    record On(String id, String title) {}
}
