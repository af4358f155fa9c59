/** The transport {@code smtp}: over connections that are kept, several mails in flight where the server allows it. */
package io.keyward.mailoutbox.smtp;
