/**
 * The transport {@code mailtrap}, over Mailtrap's HTTPS send API, and the webhook by which Mailtrap tells what became of mails,
 * whichever transport they took. Its published contract is linked in ADR 14.
 */
package io.keyward.mailoutbox.mailtrap;
