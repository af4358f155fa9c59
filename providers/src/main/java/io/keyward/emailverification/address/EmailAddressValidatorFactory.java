package io.keyward.emailverification.address;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidationResult;
import org.keycloak.validate.Validator;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;

/**
 * The user-profile validator {@value #ID}, for the attribute {@code email}. The user profile asks it at every door:
 * registration, account console, update-email, admin API, broker review.
 *
 * <p>Not a {@code SimpleValidator}, which is its own factory: Keycloak closes those with every session.
 */
public final class EmailAddressValidatorFactory implements ValidatorFactory, ConfiguredProvider {

    /** What the user profile calls the validator. */
    public static final String ID = "keyward-email-address";

    private static final String NUMBER_EXPECTED = "error-validator-config-invalid-number-value";

    private final BoundedMailRouting routing = new BoundedMailRouting(new DnsMailRouting("dns:"));

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Validator create(KeycloakSession session) {
        return new EmailAddressValidator(routing);
    }

    @Override
    public String getHelpText() {
        return "Accepts addresses that mail can be sent to. Looks at syntax, domain lists, disposable mailboxes and mail server.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return AddressPolicyOptions.all();
    }

    @Override
    public ValidationResult validateConfig(KeycloakSession session, ValidatorConfig config) {
        return AddressPolicy.of(config).hasSensibleDnsLimit()
                ? ValidationResult.OK
                : ValidationResult.of(new ValidationError(ID, AddressPolicyOptions.MX_TIMEOUT, NUMBER_EXPECTED));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {
        routing.close();
    }
}
