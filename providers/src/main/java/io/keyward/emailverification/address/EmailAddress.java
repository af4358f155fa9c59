package io.keyward.emailverification.address;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * An address that a mail can be sent to: the syntax of commons-validator, narrowed.
 *
 * <p>Quoted local parts and IP literals are legal and are refused all the same: no provider hands them out, HTML's own
 * email field refuses them, a quoted part may look like a list of addresses, and an IP address escapes every domain list.
 * Characters that nobody sees (controls, formats, spaces, lone surrogates) and spellings that fold into another character
 * (NFKC: full-width letters, the Kelvin sign) are refused too, as two accounts could look or become alike.
 */
record EmailAddress(String localPart, DomainName domain) {

    /** RFC 5321, 4.5.3.1.3: a path is 256 octets, two of them angle brackets. */
    private static final int MAX_OCTETS = 254;

    /** Reads as a dot in domains, so it would be a second spelling of one. */
    private static final int IDEOGRAPHIC_FULL_STOP = 0x3002;

    static Optional<EmailAddress> parse(String value, Set<String> privateTopLevelDomains) {
        if (value.length() > MAX_OCTETS
                || !value.codePoints().allMatch(EmailAddress::acceptable)
                || value.getBytes(StandardCharsets.UTF_8).length > MAX_OCTETS
                || !Normalizer.isNormalized(value, Normalizer.Form.NFKC)) {
            return Optional.empty();
        }
        int at = value.lastIndexOf('@');
        if (value.startsWith("\"")
                || value.endsWith("]")
                || !syntax(privateTopLevelDomains).isValid(value)) {
            return Optional.empty();
        }
        String localPart = value.substring(0, at);
        return DomainName.of(value.substring(at + 1)).map(domain -> new EmailAddress(localPart, domain));
    }

    /** Such an address needs SMTPUTF8 (RFC 6531) on the whole way. */
    boolean needsUtf8Mail() {
        return !localPart.chars().allMatch(character -> character < 128);
    }

    private static EmailValidator syntax(Set<String> privateTopLevelDomains) {
        if (privateTopLevelDomains.isEmpty()) {
            return EmailValidator.getInstance();
        }
        var added = new DomainValidator.Item(ArrayType.GENERIC_PLUS, privateTopLevelDomains.toArray(String[]::new));
        return new EmailValidator(false, false, DomainValidator.getInstance(false, List.of(added)));
    }

    private static boolean acceptable(int codePoint) {
        if (codePoint == IDEOGRAPHIC_FULL_STOP) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
