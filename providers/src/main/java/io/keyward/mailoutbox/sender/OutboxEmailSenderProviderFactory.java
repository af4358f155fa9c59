package io.keyward.mailoutbox.sender;

import io.keyward.mailoutbox.courier.Courier;
import io.keyward.mailoutbox.courier.CourierConfig;
import io.keyward.mailoutbox.courier.RealmMail;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Takes the place of Keycloak's own sender. {@code --spi-email-sender--provider=default} gives it back for all realms, the
 * attribute {@code keyward.mail.outbox} = {@code off} for one; the courier runs nevertheless, and delivers what is left.
 */
public final class OutboxEmailSenderProviderFactory
        implements EmailSenderProviderFactory, ServerInfoAwareProviderFactory {

    /** What {@code --spi-email-sender--provider} names. */
    public static final String ID = "outbox";

    private static final String KEYCLOAKS = "default";

    private CourierConfig config;
    private volatile Courier courier;

    /** Whether mail that is sent in this session for the realm goes into the outbox, so that nobody waits for it. */
    public static boolean takes(KeycloakSession session, RealmModel realm) {
        return RealmMail.wanted(realm)
                && session.getProvider(EmailSenderProvider.class) instanceof OutboxEmailSenderProvider;
    }

    /** The courier of this node; empty while it is not running. */
    public static Optional<Courier> courier(KeycloakSessionFactory sessions) {
        return sessions.getProviderFactory(EmailSenderProvider.class, ID)
                        instanceof OutboxEmailSenderProviderFactory factory
                ? Optional.ofNullable(factory.courier)
                : Optional.empty();
    }

    @Override
    public EmailSenderProvider create(KeycloakSession session) {
        return new OutboxEmailSenderProvider(
                session, session.getProvider(EmailSenderProvider.class, KEYCLOAKS), this::wake);
    }

    private void wake() {
        Courier running = courier;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public void init(Config.Scope scope) {
        config = CourierConfig.from(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            // Not before the tables are there.
            if (event instanceof PostMigrationEvent && courier == null) {
                courier = new Courier(factory, config, Metrics.globalRegistry);
                courier.start();
            }
        });
    }

    @Override
    public void close() {
        if (courier != null) {
            courier.stop();
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    /** Above Keycloak's own, so that it is in use once it is there. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return CourierConfig.metadata();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return config.operationalInfo();
    }
}
