/**
 * The steps that check a password, as Keycloak has them, except that each wrong answer costs one hash: else the time would tell
 * which accounts exist, are locked, or have no password. ADR 5.
 */
package io.keyward.passwordsignin;
