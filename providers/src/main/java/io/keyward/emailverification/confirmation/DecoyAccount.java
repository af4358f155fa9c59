package io.keyward.emailverification.confirmation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * What a new account costs, for an address that has one already: it is made, written to the database, and rolled back. Else the
 * time of the answer would tell which addresses have an account (ADR 5).
 *
 * <p>Made in a transaction of its own, and in Keycloak's own store only: a federation could not take it back. Its address is
 * another than that of the form, which is taken. A decoy that cannot be made fails nobody.
 */
final class DecoyAccount {

    private static final Logger LOG = Logger.getLogger(DecoyAccount.class);

    private final KeycloakSession session;
    private final String address = UUID.randomUUID() + "@decoy.invalid";
    private final Map<String, List<String>> attributes;

    DecoyAccount(KeycloakSession session, RegistrationDraft draft) {
        this.session = session;
        this.attributes = draft.withAddress(session, address).getAttributes().getWritable();
    }

    /** @param form the attributes of a sign-up, in place of whose address it has another */
    DecoyAccount(KeycloakSession session, Map<String, String> form) {
        this.session = session;
        Map<String, String> mine = new HashMap<>(form);
        mine.put(UserModel.USERNAME, address);
        mine.put(UserModel.EMAIL, address);
        this.attributes = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.REGISTRATION, mine)
                .getAttributes()
                .getWritable();
    }

    /** With this password; returns its hash, empty where Keycloak would not take the password. */
    Optional<PasswordCredentialModel> withPassword(String password) {
        CredentialModel[] stored = new CredentialModel[1];
        make(user -> {
            user.credentialManager().updateCredential(UserCredentialModel.password(password, false));
            stored[0] = user.credentialManager()
                    .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                    .findFirst()
                    .orElse(null);
        });
        return Optional.ofNullable(stored[0]).map(PasswordCredentialModel::createFromCredentialModel);
    }

    /** With a password that was hashed before. */
    void withHash(PasswordCredentialModel hashed) {
        make(user -> user.credentialManager().createStoredCredential(hashed));
    }

    private void make(Consumer<UserModel> credential) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(), session.getContext(), own -> rolledBack(own, credential));
        } catch (RuntimeException e) {
            LOG.warnf("A decoy could not be made (%s)", e.getClass().getName());
        }
    }

    private void rolledBack(KeycloakSession own, Consumer<UserModel> credential) {
        own.getTransactionManager().setRollbackOnly();
        UserModel user = UserStoragePrivateUtil.userLocalStorage(own)
                .addUser(own.getContext().getRealm(), address);
        attributes.forEach(user::setAttribute);
        user.setEmailVerified(false);
        user.setEnabled(true);
        credential.accept(user);
        // What is rolled back would not be written otherwise.
        own.getProvider(JpaConnectionProvider.class).getEntityManager().flush();
    }
}
