package io.keyward.passwordhash;

import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * bcrypt is not among the algorithms that FIPS 140 approves, and the Bouncy Castle of Keycloak's FIPS mode is without it. To be
 * registered and say so is clearer than not to be there.
 */
final class UnderFips implements PasswordHashProvider {

    static final String MESSAGE = "bcrypt is not available in FIPS mode: set the realm's password policy to"
            + " hashAlgorithm(pbkdf2-sha512); people with a bcrypt hash need a new password";

    /** Lets people in whose password has another hash; that it cannot be replaced is told in the log. */
    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        return false;
    }

    @Override
    public PasswordCredentialModel encodedCredential(String rawPassword, int iterations) {
        throw new NoHashException(MESSAGE);
    }

    @Override
    public boolean verify(String rawPassword, PasswordCredentialModel credential) {
        throw new NoHashException(MESSAGE);
    }

    /** As in {@link BcryptPasswordHashProvider#credentialHashingStrength}: nobody's password is called wrong. */
    @Override
    public String credentialHashingStrength(PasswordCredentialModel credential) {
        throw new NoHashException(MESSAGE);
    }

    @Override
    public void close() {}
}
