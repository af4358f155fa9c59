package io.keyward.emailverification.registration;

import io.keyward.emailverification.confirmation.RegistrationDraft;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.forms.RegistrationPage;
import org.keycloak.authentication.forms.RegistrationPassword;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Keycloak's own password step; for an address that has an account it does the same work, and keeps the hash aside. */
public final class Password extends RegistrationPassword {

    @Override
    public String getId() {
        return "keyward-registration-password";
    }

    @Override
    public String getDisplayType() {
        return "Keyward: registration password";
    }

    @Override
    public void success(FormContext context) {
        if (!RegistrationDraft.pending(context.getAuthenticationSession())) {
            super.success(context);
            return;
        }
        String password = context.getHttpRequest().getDecodedFormParameters().getFirst(RegistrationPage.FIELD_PASSWORD);
        RegistrationDraft.password(
                context.getSession(),
                context.getAuthenticationSession(),
                password,
                () -> hash(context.getSession(), password));
    }

    /** As the realm's policy wants it. */
    static PasswordCredentialModel hash(KeycloakSession session, String password) {
        PasswordPolicy policy = session.getContext().getRealm().getPasswordPolicy();
        return hashProvider(session, policy).encodedCredential(password, policy.getHashIterations());
    }

    private static PasswordHashProvider hashProvider(KeycloakSession session, PasswordPolicy policy) {
        String algorithm = policy.getHashAlgorithm();
        PasswordHashProvider chosen =
                algorithm == null ? null : session.getProvider(PasswordHashProvider.class, algorithm);
        return chosen == null ? session.getProvider(PasswordHashProvider.class) : chosen;
    }
}
