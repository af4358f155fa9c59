package io.keyward.mailoutbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page.
 *
 * @param mails newest first
 * @param next where the next page begins, absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailPage(List<MailView> mails, String next) {}
