package io.keyward.onetimetoken;

import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Starts the purge once the tables are there, on every node; the cluster lets one of them run at a time. */
final class PurgeSchedule implements ProviderEventListener {

    private final OneTimeTokenPurge purge;
    private final Duration interval;

    PurgeSchedule(OneTimeTokenPurge purge, Duration interval) {
        this.purge = purge;
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
                timer.schedule(new ClusterAwareScheduledTaskRunner(sessions, purge, millis), millis);
            }
        }
    }
}
