package io.keyward.passwordhash;

import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Password hashes by bcrypt, chosen by {@code hashAlgorithm(bcrypt)} in a realm's password policy, with a cost of
 * {@code hashIterations} (4 to 31, default 12). Options: {@code max-concurrent}, {@code max-queued}, {@code max-wait} and
 * {@code pepper-version}, as {@code --spi-password-hashing--bcrypt--pepper-version=2}.
 */
public final class BcryptPasswordHashProviderFactory
        implements PasswordHashProviderFactory, ServerInfoAwareProviderFactory {

    /** What a password policy and an imported credential name as the algorithm. */
    public static final String ID = "bcrypt";

    private static final Logger LOG = Logger.getLogger(BcryptPasswordHashProviderFactory.class);

    private BcryptConfig config;
    private HashQueue queue;
    private boolean fips;

    @Override
    public PasswordHashProvider create(KeycloakSession session) {
        if (fips) {
            return new UnderFips();
        }
        // The vault is of the realm at hand, and is asked for only where there is a pepper.
        Peppers peppers =
                new Peppers(config.pepper(), expression -> session.vault().getRawSecret(expression));
        return new BcryptPasswordHashProvider(peppers, queue, () -> iterations(session));
    }

    private static OptionalInt iterations(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        PasswordPolicy policy = realm == null ? null : realm.getPasswordPolicy();
        return policy != null && ID.equals(policy.getHashAlgorithm())
                ? OptionalInt.of(policy.getHashIterations())
                : OptionalInt.empty();
    }

    @Override
    public void init(Config.Scope scope) {
        config = BcryptConfig.from(scope);
        fips = Profile.isFeatureEnabled(Profile.Feature.FIPS);
        if (fips) {
            LOG.warn(UnderFips.MESSAGE);
        }
        queue = new HashQueue(config, Metrics.globalRegistry);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {
        if (queue != null) {
            queue.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return BcryptConfig.metadata();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return config.operationalInfo();
    }
}
