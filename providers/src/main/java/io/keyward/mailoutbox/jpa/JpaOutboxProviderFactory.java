package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.OutboxProvider;
import io.keyward.mailoutbox.OutboxProviderFactory;
import io.keyward.mailoutbox.seal.RealmSealKeys;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Keeps mails in Keycloak's own database. Options: {@code max-queued}, {@code max-mail-size} and, in seconds,
 * {@code retention} and {@code purge-interval}, as {@code --spi-keyward-mail-outbox--jpa--retention=2592000}.
 */
public final class JpaOutboxProviderFactory implements OutboxProviderFactory, ServerInfoAwareProviderFactory {

    private OutboxConfig config;
    private SizeCap cap;

    @Override
    public OutboxProvider create(KeycloakSession session) {
        return new JpaOutboxProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                new RealmSealKeys(session),
                config,
                cap);
    }

    @Override
    public void init(Config.Scope scope) {
        config = OutboxConfig.from(scope);
        cap = new SizeCap(config.maxQueued());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovalListener(session -> create(session).records()));
        factory.register(new PurgeSchedule(new MailPurge(this::create, config.retention()), config.purgeInterval()));
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "jpa";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return OutboxConfig.metadata();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return config.operationalInfo();
    }
}
