package io.keyward.emailverification.undelivered;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * An address that mail does not reach.
 *
 * @param address the address, as the user has it
 * @param reason {@code bounced}, {@code rejected}, {@code complained} or {@code unsubscribed}
 * @param category the mail service's word for it, null if it gave none
 * @param replyCode the reply code of the recipient's server, 0 if there is none
 * @param reportedAt when it happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UndeliveredAddress(String address, String reason, String category, int replyCode, Instant reportedAt) {

    /** Without the address, which must not reach a log. */
    @Override
    public String toString() {
        return "UndeliveredAddress[" + reason + "]";
    }
}
