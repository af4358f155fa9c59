/**
 * Mail that is never lost: it is written in the transaction of whoever sends it, encrypted, and delivered afterwards by a
 * courier on every node. {@link io.keyward.mailoutbox.OutboxProvider} is the store,
 * {@link io.keyward.mailoutbox.MailTransportProvider} the way out; both can be replaced.
 *
 * <p>Arrows run from the rooms to this package, and among them: {@code seal} is used by {@code jpa}, {@code courier} by
 * {@code sender}; {@code smtp} stands alone.
 */
package io.keyward.mailoutbox;
