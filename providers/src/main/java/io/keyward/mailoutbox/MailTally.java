package io.keyward.mailoutbox;

import java.time.Instant;
import java.util.Map;

/**
 * How the mail of one realm stands.
 *
 * @param counts how many mails stand where; every status is there
 * @param failures why mails wait to be tried again, and how many for each reason; without those that have none
 * @param oldestWaiting when the oldest mail was written that is not finished, null if there is none
 */
public record MailTally(Map<MailStatus, Long> counts, Map<MailFailure, Long> failures, Instant oldestWaiting) {

    public MailTally {
        counts = Map.copyOf(counts);
        failures = Map.copyOf(failures);
    }
}
