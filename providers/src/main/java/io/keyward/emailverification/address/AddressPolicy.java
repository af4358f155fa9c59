package io.keyward.emailverification.address;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.validate.ValidatorConfig;

/** What a realm wants of an address: the options of the validator, typed. */
record AddressPolicy(ValidatorConfig config) {

    static final boolean DISPOSABLE_REFUSED_BY_DEFAULT = true;
    static final boolean MX_LOOKUP_BY_DEFAULT = false;
    static final int DEFAULT_MX_TIMEOUT = 1000;

    static AddressPolicy of(ValidatorConfig config) {
        return new AddressPolicy(config == null ? ValidatorConfig.EMPTY : config);
    }

    Set<String> privateTopLevelDomains() {
        return names(AddressPolicyOptions.PRIVATE_TLDS);
    }

    boolean denies(DomainName domain) {
        return domain.selfOrParent(names(AddressPolicyOptions.DENIED_DOMAINS)::contains);
    }

    /** Whether the domain is on the list of allowed ones, or there is none. */
    boolean admits(DomainName domain) {
        Set<String> allowed = names(AddressPolicyOptions.ALLOWED_DOMAINS);
        return allowed.isEmpty() || domain.selfOrParent(allowed::contains);
    }

    boolean minds(DomainName domain, DisposableDomains disposable) {
        return config.getBooleanOrDefault(AddressPolicyOptions.DISPOSABLE_DOMAINS, DISPOSABLE_REFUSED_BY_DEFAULT)
                && disposable.contains(domain)
                && !domain.selfOrParent(names(AddressPolicyOptions.DISPOSABLE_EXCEPTIONS)::contains);
    }

    boolean asksDns() {
        return config.getBooleanOrDefault(AddressPolicyOptions.MX_LOOKUP, MX_LOOKUP_BY_DEFAULT);
    }

    Duration dnsLimit() {
        return Duration.ofMillis(
                hasSensibleDnsLimit()
                        ? config.getIntOrDefault(AddressPolicyOptions.MX_TIMEOUT, DEFAULT_MX_TIMEOUT)
                        : DEFAULT_MX_TIMEOUT);
    }

    boolean hasSensibleDnsLimit() {
        Integer millis = config.getIntOrDefault(AddressPolicyOptions.MX_TIMEOUT, DEFAULT_MX_TIMEOUT);
        return millis != null && millis > 0;
    }

    private Set<String> names(String option) {
        return values(config.get(option))
                .map(DomainName::of)
                .flatMap(Optional::stream)
                .map(DomainName::ascii)
                .collect(Collectors.toSet());
    }

    /** The console saves a list; older exports and hand-written files may hold one string. "*." and "@" are harmless habits. */
    private static Stream<String> values(Object value) {
        Collection<?> raw = value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
        return raw.stream()
                .flatMap(entry -> Stream.of(String.valueOf(entry).split("##|[,;\\s]+", -1)))
                .map(entry -> entry.replaceFirst("^(\\*?\\.|@)", ""))
                .filter(entry -> !entry.isBlank());
    }
}
