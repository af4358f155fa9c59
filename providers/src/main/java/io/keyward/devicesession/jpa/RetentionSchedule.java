package io.keyward.devicesession.jpa;

import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Starts the retention job once the tables are there, on every node; the cluster lets one of them run at a time. */
final class RetentionSchedule implements ProviderEventListener {

    private final ScheduledTask retention;
    private final Duration interval;

    RetentionSchedule(ScheduledTask retention, Duration interval) {
        this.retention = retention;
        this.interval = interval;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            schedule(migrated.getFactory());
        }
    }

    private void schedule(KeycloakSessionFactory sessions) {
        try (KeycloakSession session = sessions.create()) {
            TimerProvider timer = session.getProvider(TimerProvider.class);
            if (timer != null) {
                long millis = interval.toMillis();
                timer.schedule(new ClusterAwareScheduledTaskRunner(sessions, retention, millis), millis);
            }
        }
    }
}
