package io.keyward.mailoutbox;

import java.util.Optional;
import org.keycloak.utils.EmailValidationUtil;
import org.keycloak.utils.SMTPUtil;

/** The form of an address in which a mail server takes it. */
public final class MailAddress {

    private MailAddress() {}

    /**
     * Turns an internationalised domain into ASCII and leaves the local part as it is.
     *
     * @param address anything, also null
     * @param utf8 whether the realm allows UTF-8 in addresses (SMTPUTF8, RFC 6531)
     * @return empty for what is no address, and for a local part outside of ASCII where that is not allowed
     */
    public static Optional<String> of(String address, boolean utf8) {
        // The length first: a text of any size costs nothing.
        if (address == null
                || address.length() > OutgoingMail.LONGEST_ADDRESS
                || address.codePoints().anyMatch(MailAddress::forbidden)
                || !EmailValidationUtil.isValidEmail(address)) {
            return Optional.empty();
        }
        String converted = SMTPUtil.convertIDNEmailAddress(address);
        return Optional.ofNullable(converted).filter(text -> utf8 || ascii(text));
    }

    /** Whether it can be written to a server that knows ASCII only. */
    public static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** Control characters, which could end a line, and halves of surrogate pairs, which are no text. */
    private static boolean forbidden(int point) {
        return Character.isISOControl(point) || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
