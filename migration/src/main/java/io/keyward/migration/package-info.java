/**
 * Brings users of another system into Keycloak: a table of users becomes files for Keycloak's partial import, which are then
 * sent. Not part of what runs in Keycloak.
 */
package io.keyward.migration;
