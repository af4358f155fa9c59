/** Encryption of mails at rest, with keys derived from those that the realm has in Keycloak's key manager. */
package io.keyward.mailoutbox.seal;
