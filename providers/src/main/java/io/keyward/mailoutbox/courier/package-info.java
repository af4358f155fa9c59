/**
 * The courier: on every node, woken after a commit and by a timer. It claims a few mails of one realm, sends them outside any
 * transaction, and records what became of them.
 */
package io.keyward.mailoutbox.courier;
