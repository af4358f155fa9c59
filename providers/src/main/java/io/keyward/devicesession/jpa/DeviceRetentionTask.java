package io.keyward.devicesession.jpa;

import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/** The retention job. The simple name of this class is the name of the lock by which a cluster lets one node run at a time. */
final class DeviceRetentionTask implements ScheduledTask {

    private final DeviceRetention retention;

    DeviceRetentionTask(DeviceRetention retention) {
        this.retention = retention;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        retention.run(new Transactions() {
            @Override
            public <T> T run(Function<Batch, T> work) {
                return KeycloakModelUtils.runJobInTransactionWithResult(
                        sessions, own -> work.apply(DeviceRetentionTask.batch(own)));
            }
        });
    }

    private static Batch batch(KeycloakSession session) {
        return new Batch(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(), new KeycloakSessions(session));
    }
}
