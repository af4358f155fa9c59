package io.keyward.mailoutbox.smtp;

/** How far the dialogue about one mail got. */
enum Stage {
    SENDER,
    RECIPIENT,
    DATA,
    /** The message was written; whether the server has it is unknown until it says so. */
    END
}
