package io.keyward.emailverification.address;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The syntax of addresses that the validator {@value EmailAddressValidatorFactory#ID} accepts, for whoever brings addresses
 * by another door. Asks no list of domains and no DNS.
 */
public final class AddressSyntax {

    private AddressSyntax() {}

    /**
     * The one spelling by which two addresses of the same mailbox are told: lower case, the domain in ASCII. Local parts that
     * differ in case are the same mailbox, as they are to Keycloak.
     *
     * @param privateTopLevelDomains accepted beside the public ones, without a dot
     * @return empty when it is no address that a mail can be sent to
     */
    public static Optional<String> canonical(String address, Set<String> privateTopLevelDomains) {
        return EmailAddress.parse(address, privateTopLevelDomains)
                .map(parsed -> parsed.localPart().toLowerCase(Locale.ROOT) + "@"
                        + parsed.domain().ascii());
    }
}
