/** What people who run a server see of the outbox, and do with it: REST for administrators, and a health check. */
package io.keyward.mailoutbox.api;
