/**
 * Devices, the sessions on them and the refresh tokens of those sessions. This package is the SPI
 * {@code keyward-device-session}: what is kept, and the promises a store makes. Whether a session is alive is never kept here;
 * that is asked of Keycloak.
 */
package io.keyward.devicesession;
