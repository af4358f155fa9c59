/** A rule for Keycloak's password policy: nothing that many people choose. */
package io.keyward.passwordpolicy;
