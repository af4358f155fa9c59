package io.keyward.mailoutbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.MailTally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the mail of a realm stands.
 *
 * @param counts how many by status; every status is there
 * @param failures why mails wait to be tried again, and how many for each reason
 * @param oldestWaiting when the oldest was written that is not finished; absent if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TallyView(Map<String, Long> counts, Map<String, Long> failures, String oldestWaiting) {

    static TallyView of(MailTally tally) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (MailStatus status : MailStatus.values()) {
            counts.put(status.word(), tally.counts().get(status));
        }
        Map<String, Long> failures = new TreeMap<>();
        tally.failures().forEach((failure, mails) -> failures.put(failure.word(), mails));
        return new TallyView(counts, failures, MailView.text(tally.oldestWaiting()));
    }
}
