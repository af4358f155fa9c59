package io.keyward.mailoutbox.mailtrap;

import io.keyward.mailoutbox.mailtrap.SendRequest.Mailbox;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What every mail of a batch has in common, from the realm's email settings: sender, address for answers, token.
 *
 * @param from null if the realm's is no address
 * @param replyTo null if answers go to the sender
 * @param token the password of the settings; null if there is none
 * @param utf8 whether the realm allows UTF-8 in addresses
 * @param usable whether mail can be sent with it
 */
record Sender(Mailbox from, Mailbox replyTo, String token, boolean utf8, boolean usable) {

    static Sender of(Map<String, String> config, UnaryOperator<String> vault) {
        boolean utf8 = "true".equals(config.get("allowutf8"));
        Mailbox from = Mailbox.of(config.get("from"), config.get("fromDisplayName"), utf8)
                .orElse(null);
        String answers = config.get("replyTo");
        boolean named = answers != null && !answers.isBlank();
        Mailbox replyTo = named
                ? Mailbox.of(answers, config.get("replyToDisplayName"), utf8).orElse(null)
                : null;
        String password = config.get("password");
        String token = password == null || password.isBlank() ? null : vault.apply(password);
        boolean usable = from != null && (replyTo != null || !named) && token != null && !token.isBlank();
        return new Sender(from, replyTo, usable ? token.strip() : null, utf8, usable);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Sender[redacted]";
    }
}
