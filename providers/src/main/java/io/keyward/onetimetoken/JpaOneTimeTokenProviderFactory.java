package io.keyward.onetimetoken;

import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Keeps one-time tokens in Keycloak's own database. Options, in seconds: {@code purge-interval} and {@code retention}, as
 * {@code --spi-keyward-one-time-token--jpa--purge-interval=900}.
 */
public final class JpaOneTimeTokenProviderFactory
        implements OneTimeTokenProviderFactory, ServerInfoAwareProviderFactory {

    private PurgeConfig config;

    @Override
    public OneTimeTokenProvider create(KeycloakSession session) {
        return new JpaOneTimeTokenProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope scope) {
        config = PurgeConfig.from(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovalListener(this::create));
        factory.register(new PurgeSchedule(new OneTimeTokenPurge(this::create, config.retention()), config.interval()));
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "jpa";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return PurgeConfig.metadata();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return config.operationalInfo();
    }
}
