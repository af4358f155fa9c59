package io.keyward.passwordhash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.keycloak.vault.VaultRawSecret;

/**
 * The keys of the pre-hash: secrets in Keycloak's vault, one entry for each version, so that who steals the database alone
 * cannot try passwords.
 */
final class Peppers {

    /** No pepper: the version of a key that is no secret. */
    static final int NONE = 0;

    static final String ENTRY = "keyward-bcrypt-pepper-";
    private static final int LEAST_BYTES = 32;

    /** Not a secret. It sets our digests apart from those that other software makes of the same passwords. */
    private static final byte[] NO_PEPPER = "io.keyward.passwordhash hmac-sha384".getBytes(StandardCharsets.US_ASCII);

    private final int current;
    private final Function<String, VaultRawSecret> vault;

    /**
     * @param current the version for new hashes, {@link #NONE} for none
     * @param vault resolves an expression such as <code>${vault.name}</code> for the realm at hand
     */
    Peppers(int current, Function<String, VaultRawSecret> vault) {
        this.current = current;
        this.vault = vault;
    }

    /** How new hashes are made. */
    Scheme scheme() {
        return Scheme.prehashed(current);
    }

    /**
     * @throws NoHashException if the scheme needs a pepper that the vault does not have, or that is too short: there is no
     *     hash without a pepper where one is asked for
     */
    BcryptKey key(PasswordBytes password, Scheme scheme) {
        return scheme.prehashed() ? BcryptKey.prehashed(password, pepper(scheme.pepper())) : BcryptKey.plain(password);
    }

    private byte[] pepper(int version) {
        if (version == NONE) {
            return NO_PEPPER;
        }
        String entry = ENTRY + version;
        try (VaultRawSecret secret = vault.apply("${vault." + entry + "}")) {
            byte[] pepper = secret.getAsArray()
                    .map(Peppers::withoutLineEnd)
                    .orElseThrow(() -> new NoHashException("Keycloak's vault has no entry " + entry
                            + " for this realm, which bcrypt hashes with pepper version " + version + " need"));
            if (pepper.length < LEAST_BYTES) {
                throw new NoHashException("The vault's entry " + entry
                        + " is too short for a pepper: it takes at least " + LEAST_BYTES + " bytes");
            }
            return pepper;
        }
    }

    /** A copy, since the vault wipes its own; without the line end that editors add, so that a pepper survives a move. */
    private static byte[] withoutLineEnd(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }
}
