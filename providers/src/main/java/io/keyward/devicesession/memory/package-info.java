/**
 * What a node remembers of people and sessions, and how far it may believe it: a node does not hear everything that the others do.
 * Everything here stands on classes of Keycloak's (26.7) that are no SPI for extension.
 */
package io.keyward.devicesession.memory;
