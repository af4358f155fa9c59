package io.keyward.emailverification.address;

import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The options as the admin console shows them. */
final class AddressPolicyOptions {

    static final String ALLOWED_DOMAINS = "allowed-domains";
    static final String DENIED_DOMAINS = "denied-domains";
    static final String DISPOSABLE_DOMAINS = "disposable-domains";
    static final String DISPOSABLE_EXCEPTIONS = "disposable-exceptions";
    static final String PRIVATE_TLDS = "private-tlds";
    static final String MX_LOOKUP = "mx-lookup";
    static final String MX_TIMEOUT = "mx-timeout";

    private AddressPolicyOptions() {}

    static List<ProviderConfigProperty> all() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(ALLOWED_DOMAINS)
                .label("Allowed domains")
                .helpText("Only addresses of these domains and their subdomains are accepted. Empty: every domain is.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(DENIED_DOMAINS)
                .label("Denied domains")
                .helpText(
                        "Addresses of these domains and their subdomains are refused, even where they are allowed above.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(DISPOSABLE_DOMAINS)
                .label("Refuse disposable addresses")
                .helpText("Refuse addresses of providers of throw-away mailboxes, by the list that ships with Keyward.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(AddressPolicy.DISPOSABLE_REFUSED_BY_DEFAULT)
                .add()
                .property()
                .name(DISPOSABLE_EXCEPTIONS)
                .label("Not disposable")
                .helpText(
                        "Domains, with their subdomains, that are accepted although the list of disposable ones has them.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(PRIVATE_TLDS)
                .label("Private top-level domains")
                .helpText("Accepted besides the public ones, for company networks and tests; for example: internal.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(MX_LOOKUP)
                .label("Look up the mail server")
                .helpText(
                        "Refuse an address when the DNS says that its domain takes no mail. While the DNS does not answer,"
                                + " addresses are accepted.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(AddressPolicy.MX_LOOKUP_BY_DEFAULT)
                .add()
                .property()
                .name(MX_TIMEOUT)
                .label("Time for the look-up")
                .helpText("Milliseconds to wait for the DNS at most.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(AddressPolicy.DEFAULT_MX_TIMEOUT)
                .add()
                .build();
    }
}
