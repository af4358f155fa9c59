package io.keyward.emailverification.address;

import java.util.Optional;

/** Finds what is wrong with an address; the cheap questions come first, the DNS is asked last. */
record AddressCheck(AddressPolicy policy, DisposableDomains disposable, MailRouting routing, boolean utf8Mail) {

    static final String INVALID = "keywardAddressInvalid";
    static final String DENIED = "keywardAddressDomainDenied";
    static final String NOT_ALLOWED = "keywardAddressDomainNotAllowed";
    static final String DISPOSABLE = "keywardAddressDisposable";
    static final String NO_MAIL_SERVER = "keywardAddressNoMailServer";
    /** Keycloak's own, so that its wording and translations hold. */
    static final String NON_ASCII_LOCAL_PART = "error-non-ascii-local-part-email";

    /** The message key of the first thing wrong, empty when the address will do. */
    Optional<String> problemOf(String value) {
        Optional<EmailAddress> address = EmailAddress.parse(value, policy.privateTopLevelDomains());
        return address.isEmpty() ? Optional.of(INVALID) : address.flatMap(this::problemOf);
    }

    private Optional<String> problemOf(EmailAddress address) {
        if (address.needsUtf8Mail() && !utf8Mail) {
            return Optional.of(NON_ASCII_LOCAL_PART);
        }
        DomainName domain = address.domain();
        if (policy.denies(domain)) {
            return Optional.of(DENIED);
        }
        if (!policy.admits(domain)) {
            return Optional.of(NOT_ALLOWED);
        }
        if (policy.minds(domain, disposable)) {
            return Optional.of(DISPOSABLE);
        }
        if (policy.asksDns() && routing.ask(domain, policy.dnsLimit()) == MailRouting.Answer.NOWHERE) {
            return Optional.of(NO_MAIL_SERVER);
        }
        return Optional.empty();
    }
}
