package io.keyward.passwordhash;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Verifies what is stored, replaces what is not as the realm's policy and the newest pepper want it. */
final class BcryptPasswordHashProvider implements PasswordHashProvider {

    private final Peppers peppers;
    private final HashQueue queue;
    private final Supplier<OptionalInt> realmIterations;
    private NoHashException notVerified;

    /**
     * @param realmIterations {@code hashIterations} of the realm at hand, empty if it does not hash with bcrypt
     */
    BcryptPasswordHashProvider(Peppers peppers, HashQueue queue, Supplier<OptionalInt> realmIterations) {
        this.peppers = peppers;
        this.queue = queue;
        this.realmIterations = realmIterations;
    }

    /**
     * Also false if the policy's cost is impossible: whoever knows the password gets in with the hash he has, and the attempt
     * to replace it says in the log what is wrong.
     */
    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        int iterations = policy == null ? -1 : policy.getHashIterations();
        return Cost.possible(iterations)
                && StoredPassword.of(credential)
                        .filter(stored -> stored.scheme().equals(peppers.scheme()))
                        .filter(stored -> stored.hash().cost().equals(Cost.of(iterations)))
                        .isPresent();
    }

    /**
     * Keycloak calls this for people that do not exist, too, so that they cost the same time (#29304).
     *
     * @throws NoHashException if the policy's cost is impossible, the pepper is missing, or the server is too busy
     */
    @Override
    public PasswordCredentialModel encodedCredential(String rawPassword, int iterations) {
        Scheme scheme = peppers.scheme();
        BcryptKey key = peppers.key(PasswordBytes.of(rawPassword), scheme);
        return queue.inTurn(() -> {
            BcryptHash hash = BcryptHash.of(key, Cost.orDefault(iterations));
            // Not before: a wrong password for somebody takes its time until it fails for the same reason.
            Cost.of(iterations);
            return new StoredPassword(hash, scheme).credential();
        });
    }

    /**
     * @throws NoHashException if it cannot be told whether the password is right, see {@link #credentialHashingStrength}
     */
    @Override
    public boolean verify(String rawPassword, PasswordCredentialModel credential) {
        notVerified = null;
        try {
            PasswordBytes password = PasswordBytes.of(rawPassword);
            Optional<StoredPassword> stored = StoredPassword.of(credential);
            Scheme scheme = stored.map(StoredPassword::scheme).orElse(peppers.scheme());
            BcryptKey key = peppers.key(password, scheme);
            return queue.inTurn(() -> matches(password, key, stored) || wasteTheRest(key, stored));
        } catch (NoHashException e) {
            notVerified = e;
            throw e;
        }
    }

    private static boolean matches(PasswordBytes password, BcryptKey key, Optional<StoredPassword> stored) {
        boolean same = stored.isPresent() && stored.get().hash().matches(key);
        return same && (stored.get().scheme().prehashed() || !password.hasNul());
    }

    /**
     * A wrong password costs as much as a person that does not exist, also where the stored hash is cheaper than the policy's,
     * as imported ones often are: 2^c rounds of the hash, and 2^c + ... + 2^(p-1) here, are 2^p. Fails, as it would for
     * one who does not exist, if the policy's cost is impossible.
     */
    private boolean wasteTheRest(BcryptKey key, Optional<StoredPassword> stored) {
        realmIterations.get().ifPresent(iterations -> {
            Cost target = Cost.orDefault(iterations);
            if (stored.isEmpty()) {
                BcryptHash.waste(key, target);
            } else {
                int from = stored.get().hash().cost().value();
                IntStream.range(from, target.value()).forEach(cost -> BcryptHash.waste(key, new Cost(cost)));
            }
            Cost.of(iterations);
        });
        return false;
    }

    /**
     * A label for Keycloak's metric.
     *
     * <p>Keycloak's password check (26.7, {@code PasswordCredentialProvider}) takes whatever {@link #verify} throws for a wrong
     * password, which would be told to the person, and count towards a lockout. It then asks for this label, outside of its
     * {@code try}: here the failure gets through, as it does for a person that does not exist.
     *
     * @throws NoHashException if the last {@link #verify} could not tell
     */
    @Override
    public String credentialHashingStrength(PasswordCredentialModel credential) {
        if (notVerified != null) {
            throw notVerified;
        }
        return StoredPassword.of(credential)
                .map(stored -> "cost=" + stored.hash().cost().value() + "," + stored.scheme())
                .orElse("unknown");
    }

    @Override
    public void close() {}
}
