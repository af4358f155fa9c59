/** Addresses to which no mail goes any more, as the mail service reports it (ADR 14). */
package io.keyward.emailverification.undelivered;
