/**
 * A forgotten password: who may ask for a link, who gets one, and what the link does (ADR 15). {@link
 * io.keyward.passwordreset.PasswordResets} is the way in for everything that is not a page.
 */
package io.keyward.passwordreset;
