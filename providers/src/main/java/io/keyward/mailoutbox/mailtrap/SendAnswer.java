package io.keyward.mailoutbox.mailtrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.MailFailure;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the API answered, and what follows from it. The texts of errors are looked at and not kept: they may quote addresses.
 *
 * @param status of HTTP
 * @param body as much of it as was read
 */
record SendAnswer(int status, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The settings of the realm are at fault, for every mail alike. */
    private static final Pattern ABOUT_SENDER = Pattern.compile("'(from|reply_to)'|\\bsender\\b|\\bsending domain\\b");

    private static final Pattern ABOUT_RECIPIENT = Pattern.compile("'(to|cc|bcc)'|\\brecipient");

    Delivery delivery(String mailId) {
        return switch (status) {
            case 200 -> taken(mailId);
            // 422 is not in the contract; others use it for the same.
            case 400, 422 -> badRequest(mailId);
            case 401 -> failed(mailId, Outcome.SERVER_FAILED, MailFailure.AUTHENTICATION);
            // The domain is not verified, or the token is not for it: the next mail would fare no better.
            case 403 -> failed(mailId, Outcome.SERVER_FAILED, MailFailure.SENDER);
            case 413 -> failed(mailId, Outcome.REFUSED, MailFailure.CONTENT);
            case 429 -> failed(mailId, Outcome.SERVER_FAILED, MailFailure.RATE);
            default ->
                failed(
                        mailId,
                        Outcome.SERVER_FAILED,
                        status >= 500 ? MailFailure.CONNECTION : MailFailure.CONFIGURATION);
        };
    }

    /** Success is what says so: anything between here and Mailtrap can answer 200. */
    private Delivery taken(String mailId) {
        return json().path("success").asBoolean(false)
                ? Delivery.sent(mailId)
                : failed(mailId, Outcome.SERVER_FAILED, MailFailure.CONFIGURATION);
    }

    private Delivery badRequest(String mailId) {
        String errors = json().path("errors").toString().toLowerCase(Locale.ROOT);
        if (ABOUT_SENDER.matcher(errors).find()) {
            return failed(mailId, Outcome.SERVER_FAILED, MailFailure.SENDER);
        }
        boolean recipient = ABOUT_RECIPIENT.matcher(errors).find();
        return failed(mailId, Outcome.REFUSED, recipient ? MailFailure.RECIPIENT : MailFailure.CONTENT);
    }

    private Delivery failed(String mailId, Outcome outcome, MailFailure failure) {
        return new Delivery(mailId, outcome, failure, status);
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.nullNode();
        }
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "SendAnswer[status=" + status + "]";
    }
}
