package io.keyward.emailverification.registration;

import io.keyward.emailverification.confirmation.RegistrationDraft;
import io.keyward.emailverification.confirmation.TakenAddress;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationPage;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.ValidationException;

/**
 * Keycloak's own registration, except that an address which has an account is answered like one that has none: the person
 * waits for a mail, and the account's owner gets one that says what happened.
 */
public final class UserCreation extends RegistrationUserCreation {

    private static final String ADDRESS_TAKEN = "keyward.registration.taken";

    @Override
    public String getId() {
        return "keyward-registration-user-creation";
    }

    @Override
    public String getDisplayType() {
        return "Keyward: registration user creation";
    }

    @Override
    public String getHelpText() {
        return "Must be the first action of the registration form. Like 'Registration User Profile Creation', but does not"
                + " tell strangers which addresses have an account. Needs the step 'Keyward: verified email' after the"
                + " form.";
    }

    @Override
    public void validate(ValidationContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        try {
            getOrCreateUserProfile(context, form).validate();
        } catch (ValidationException invalid) {
            List<FormMessage> errors = TakenAddress.otherErrors(invalid);
            if (errors.isEmpty()) {
                validateAgain(context, form);
                context.getSession().setAttribute(ADDRESS_TAKEN, true);
                context.getEvent().detail(Details.REGISTER_METHOD, "form");
                context.success();
            } else {
                context.error(Errors.INVALID_REGISTRATION);
                context.validationError(form, errors);
            }
            return;
        }
        super.validate(context);
    }

    @Override
    public void success(FormContext context) {
        if (context.getSession().getAttribute(ADDRESS_TAKEN) == null) {
            super.success(context);
            return;
        }
        MultivaluedMap<String, String> profile =
                new MultivaluedHashMap<>(context.getHttpRequest().getDecodedFormParameters());
        profile.remove(RegistrationPage.FIELD_PASSWORD);
        profile.remove(RegistrationPage.FIELD_PASSWORD_CONFIRM);
        RegistrationDraft.begin(context.getAuthenticationSession(), profile);
        // With the transaction, as the event of a new account is stored. Without the address, which listeners would
        // log.
        context.getEvent().storeImmediately(false).error(Errors.EMAIL_IN_USE);
        context.newEvent().event(EventType.LOGIN);
    }

    /** As Keycloak's own step does once more for an address that is free; what it costs would tell otherwise. */
    private void validateAgain(ValidationContext context, MultivaluedMap<String, String> form) {
        try {
            getOrCreateUserProfile(context, form).validate();
        } catch (ValidationException taken) {
            // It still is.
        }
    }
}
