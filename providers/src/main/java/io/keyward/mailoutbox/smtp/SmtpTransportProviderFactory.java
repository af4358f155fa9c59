package io.keyward.mailoutbox.smtp;

import io.keyward.mailoutbox.MailTransportProvider;
import io.keyward.mailoutbox.MailTransportProviderFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Mail by SMTP, with the email settings of the realm. Option, in seconds: {@code idle}, as
 * {@code --spi-keyward-mail-transport--smtp--idle=30}.
 */
public final class SmtpTransportProviderFactory
        implements MailTransportProviderFactory, ServerInfoAwareProviderFactory {

    private static final String IDLE = "idle";
    private static final int DEFAULT_IDLE = 30;

    private int idle;
    private SmtpPool pool;
    private ScheduledExecutorService cleaner;

    @Override
    public MailTransportProvider create(KeycloakSession session) {
        return new SmtpTransportProvider(new SmtpDoor(session), pool);
    }

    @Override
    public void init(Config.Scope config) {
        idle = config.getInt(IDLE, DEFAULT_IDLE);
        if (idle < 1) {
            throw new IllegalArgumentException(
                    "--spi-keyward-mail-transport--smtp--idle is " + idle + " but must be at least 1 (seconds)");
        }
        pool = new SmtpPool(Duration.ofSeconds(idle), () -> Instant.ofEpochMilli(Time.currentTimeMillis()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        cleaner = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "keyward-smtp-idle");
            thread.setDaemon(true);
            return thread;
        });
        cleaner.scheduleWithFixedDelay(pool::closeIdle, idle, idle, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (cleaner != null) {
            cleaner.shutdownNow();
        }
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public String getId() {
        return "smtp";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(IDLE)
                .type("int")
                .helpText("How long, in seconds, a connection to a mail server is kept for more mail.")
                .defaultValue(DEFAULT_IDLE)
                .add()
                .build();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of(IDLE, String.valueOf(idle));
    }
}
