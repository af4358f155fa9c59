/**
 * Passwords hashed with bcrypt, for realms that must stay with it and for people who bring such hashes along. New hashes are
 * of a keyed digest of the whole password; imported ones are verified as they are and replaced at the next sign-in. ADR 8.
 */
package io.keyward.passwordhash;
