package io.keyward.emailverification.confirmation;

import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.ValidationException;

/** Tells apart what a person may know of an address (it is malformed) from what nobody may (it has an account). */
public final class TakenAddress {

    private static final Set<String> TAKEN = Set.of(Messages.EMAIL_EXISTS, Messages.USERNAME_EXISTS);

    private TakenAddress() {}

    /** Whether nothing else is wrong than that the address has an account. */
    public static boolean onlyReason(ValidationException invalid) {
        return invalid.hasError(TAKEN.toArray(String[]::new))
                && otherErrors(invalid).isEmpty();
    }

    /** What may be shown. */
    public static List<FormMessage> otherErrors(ValidationException invalid) {
        return Validation.getFormErrorsFromValidation(invalid.getErrors().stream()
                .filter(error -> !TAKEN.contains(error.getMessage()))
                .toList());
    }

    /** The account that has the address as its email or as its username; null when it went in the meantime. */
    static UserModel owner(KeycloakSession session, RealmModel realm, String address) {
        UserModel byEmail = session.users().getUserByEmail(realm, address);
        return byEmail != null ? byEmail : session.users().getUserByUsername(realm, address);
    }
}
