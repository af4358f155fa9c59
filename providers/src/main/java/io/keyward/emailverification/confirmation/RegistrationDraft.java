package io.keyward.emailverification.confirmation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.util.JsonSerialization;

/**
 * A registration whose address turned out to belong to an account. It waits in the authentication session, its password
 * hashed, so that "wrong address?" can still make the account when the address was a typing error.
 */
public final class RegistrationDraft {

    private static final String PROFILE = "keyward.registration.profile";
    private static final String SECRET = "keyward.registration.secret";
    private static final String CREDENTIAL = "keyward.registration.credential";

    private final AuthenticationSessionModel notes;

    private RegistrationDraft(AuthenticationSessionModel notes) {
        this.notes = notes;
    }

    /** Keeps the form and shows the waiting page for its address, without an account. */
    public static void begin(AuthenticationSessionModel authSession, MultivaluedMap<String, String> profile) {
        try {
            authSession.setAuthNote(PROFILE, JsonSerialization.writeValueAsString(profile));
        } catch (IOException e) {
            throw new IllegalStateException("a form cannot be written as JSON", e);
        }
        new ProofSession(authSession).decoy(lower(profile.getFirst(UserModel.EMAIL)));
    }

    /** Whether this session waits without an account. */
    public static boolean pending(AuthenticationSessionModel authSession) {
        return authSession.getAuthNote(PROFILE) != null;
    }

    /**
     * Keeps the hash of the chosen password, and does the work of a new account meanwhile.
     *
     * @param hash makes the hash where Keycloak would not take the password for an account
     */
    public static void password(
            KeycloakSession session,
            AuthenticationSessionModel authSession,
            String password,
            Supplier<PasswordCredentialModel> hash) {
        PasswordCredentialModel hashed = new DecoyAccount(session, of(authSession))
                .withPassword(password)
                .orElseGet(hash);
        authSession.setAuthNote(SECRET, hashed.getSecretData());
        authSession.setAuthNote(CREDENTIAL, hashed.getCredentialData());
    }

    static RegistrationDraft of(AuthenticationSessionModel authSession) {
        return new RegistrationDraft(authSession);
    }

    /** The profile of the draft with another address; not validated yet. */
    UserProfile withAddress(KeycloakSession session, String address) {
        try {
            MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
            Map<String, List<String>> kept = JsonSerialization.readValue(
                    notes.getAuthNote(PROFILE), new TypeReference<Map<String, List<String>>>() {});
            kept.forEach(form::put);
            form.putSingle(UserModel.EMAIL, address);
            form.putSingle(UserModel.USERNAME, address);
            return session.getProvider(UserProfileProvider.class).create(UserProfileContext.REGISTRATION, form);
        } catch (IOException e) {
            throw new IllegalStateException("a note of ours is not JSON", e);
        }
    }

    /** Makes the account, with the password chosen in the form. */
    UserModel create(UserProfile validated) {
        UserModel user = validated.create();
        user.setEnabled(true);
        user.credentialManager().createStoredCredential(password());
        notes.removeAuthNote(PROFILE);
        notes.removeAuthNote(SECRET);
        notes.removeAuthNote(CREDENTIAL);
        return user;
    }

    /** What it costs to make the account, for an address that is taken too. */
    void pretend(KeycloakSession session) {
        new DecoyAccount(session, this).withHash(password());
    }

    private PasswordCredentialModel password() {
        CredentialModel password = new CredentialModel();
        password.setType(PasswordCredentialModel.TYPE);
        password.setSecretData(notes.getAuthNote(SECRET));
        password.setCredentialData(notes.getAuthNote(CREDENTIAL));
        return PasswordCredentialModel.createFromCredentialModel(password);
    }

    private static String lower(String address) {
        return address == null ? null : address.trim().toLowerCase(java.util.Locale.ROOT);
    }
}
