/**
 * The one persistence unit contribution and the one schema history of Keyward; nothing else.
 *
 * <p>Keycloak keeps a Liquibase history for each {@code JpaEntityProviderFactory} and guarantees no order between them. So all
 * tables of Keyward share one, {@code META-INF/keyward-changelog.xml}, which is append-only and has no foreign keys to tables
 * of Keycloak.
 */
package io.keyward.persistence;
