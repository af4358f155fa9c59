package io.keyward.emailverification.address;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.Validator;
import org.keycloak.validate.ValidatorConfig;

/** Blank values are left to the "required" setting of the attribute. An error never echoes the address. */
final class EmailAddressValidator implements Validator {

    private final MailRouting routing;

    EmailAddressValidator(MailRouting routing) {
        this.routing = routing;
    }

    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        AddressCheck check = new AddressCheck(
                AddressPolicy.of(config), DisposableDomains.shipped(), routing, utf8MailPossible(context.getSession()));
        Collection<?> values = input instanceof Collection<?> many
                ? many
                : Optional.ofNullable(input).stream().toList();
        for (Object value : values) {
            problemOf(value, check)
                    .ifPresent(key ->
                            context.addError(new ValidationError(EmailAddressValidatorFactory.ID, inputHint, key)));
        }
        return context;
    }

    private static Optional<String> problemOf(Object value, AddressCheck check) {
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            return Optional.of(AddressCheck.INVALID);
        }
        return text.isBlank() ? Optional.empty() : check.problemOf(text);
    }

    /** Keycloak's own rule (its validator "email"): refused only when a mail server is set up and does not speak UTF-8. */
    private static boolean utf8MailPossible(KeycloakSession session) {
        Map<String, String> smtp = Optional.ofNullable(session)
                .map(KeycloakSession::getContext)
                .map(KeycloakContext::getRealm)
                .map(RealmModel::getSmtpConfig)
                .orElse(Map.of());
        return smtp.isEmpty() || "true".equals(smtp.get(EmailSenderProvider.CONFIG_ALLOW_UTF8));
    }
}
