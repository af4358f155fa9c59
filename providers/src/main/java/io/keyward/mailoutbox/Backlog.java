package io.keyward.mailoutbox;

import java.time.Instant;

/**
 * What is still to be delivered.
 *
 * @param mails how many
 * @param oldest when the oldest of them was written, null if there is none
 */
public record Backlog(long mails, Instant oldest) {}
