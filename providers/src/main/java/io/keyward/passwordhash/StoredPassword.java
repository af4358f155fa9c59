package io.keyward.passwordhash;

import java.util.Optional;
import org.keycloak.models.credential.PasswordCredentialModel;

/** A password as it is stored: a hash, and of what. */
record StoredPassword(BcryptHash hash, Scheme scheme) {

    /** Empty for what this provider cannot verify; never throws. */
    static Optional<StoredPassword> of(PasswordCredentialModel credential) {
        var data = credential.getPasswordCredentialData();
        var secret = credential.getPasswordSecretData();
        if (data == null || secret == null || !BcryptPasswordHashProviderFactory.ID.equals(data.getAlgorithm())) {
            return Optional.empty();
        }
        return BcryptHash.parse(secret.getValue())
                .flatMap(hash ->
                        Scheme.read(data.getAdditionalParameters()).map(made -> new StoredPassword(hash, made)));
    }

    PasswordCredentialModel credential() {
        return PasswordCredentialModel.createFromValues(
                BcryptPasswordHashProviderFactory.ID,
                new byte[0],
                hash.cost().value(),
                scheme.parameters(),
                hash.text());
    }
}
