/**
 * The default store {@code jpa}: devices, their sessions and refresh chains in Keycloak's own database, and the job that
 * forgets what is older than its retention.
 *
 * <p>Whoever changes rows of several tables in one transaction does so in the order chains, sessions, devices, and locks
 * several rows of one table in the order of their ids. So no two of them can wait for each other.
 */
package io.keyward.devicesession.jpa;
