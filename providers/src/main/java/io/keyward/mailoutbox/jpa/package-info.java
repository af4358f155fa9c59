/** The outbox in Keycloak's own database. */
package io.keyward.mailoutbox.jpa;
