/**
 * Which device a session is on: by a signed cookie in browsers, by an id that a client sends elsewhere. Ties every session to
 * its device once, keeps the number of devices within the realm's limit and puts the device into tokens.
 */
package io.keyward.devicesession.recognition;
