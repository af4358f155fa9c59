package io.keyward.devicesession.notice;

import io.keyward.mailoutbox.MailHints;
import io.keyward.mailoutbox.Urgency;
import java.time.Instant;

/**
 * What a notice tells of. It is of use for as long as the mail can be delivered, also when a link in it has ended: that there
 * was a sign-in is worth knowing the day after. Only a mail that is nothing but a link ends with it.
 */
enum NoticeKind {
    NEW_DEVICE("keywardNewDeviceSubject", "keyward-new-device"),
    TOKEN_REUSED("keywardReusedSubject", "keyward-token-reused"),
    OTHERS_SIGNED_OUT("keywardOthersOutSubject", "keyward-others-signed-out"),
    PASSWORD_CHANGED("keywardPasswordChangedSubject", "keyward-password-changed"),
    ADDRESS_CHANGED("keywardAddressChangedSubject", "keyward-address-changed"),
    /** Somebody sits there and waits for this one. */
    CHOOSE_PASSWORD("keywardChooseSubject", "keyward-choose-password");

    private final String subject;
    private final String name;

    NoticeKind(String subject, String name) {
        this.subject = subject;
        this.name = name;
    }

    /** Key of the subject, which takes the realm's name and nothing else. */
    String subject() {
        return subject;
    }

    /** Name of the two templates, html and text. */
    String template() {
        return name + ".ftl";
    }

    /** What the outbox is told about it. */
    MailHints hints(String userId, Instant at) {
        return this == CHOOSE_PASSWORD
                ? new MailHints(name, Urgency.URGENT, at.plus(PasswordReset.LIFESPAN), userId)
                : new MailHints(name, Urgency.NORMAL, null, userId);
    }
}
