/** A rule for Keycloak's password policy: nothing that many people choose; and what a policy asks, in sentences and while typing. */
package io.keyward.passwordpolicy;
