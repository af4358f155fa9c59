package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSessionProviderFactory;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Keeps devices, their sessions and refresh chains in Keycloak's own database. Options, in seconds:
 * {@code retention-interval}, {@code history-retention}, {@code device-retention} and {@code recognition-retention}, as
 * {@code --spi-keyward-device-session--jpa--device-retention=7776000}.
 */
public final class JpaDeviceSessionProviderFactory
        implements DeviceSessionProviderFactory, ServerInfoAwareProviderFactory {

    private RetentionConfig config;

    @Override
    public DeviceSessionProvider create(KeycloakSession session) {
        return new JpaDeviceSessionProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope scope) {
        config = RetentionConfig.from(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovalListener(this::create));
        factory.register(
                new RetentionSchedule(new DeviceRetentionTask(new DeviceRetention(config)), config.interval()));
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "jpa";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return RetentionConfig.metadata();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return config.operationalInfo();
    }
}
