package io.keyward.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;

final class ResetDeskTest {

    private static final ResetRequest REQUEST =
            new ResetRequest("realm", "ada", "192.0.2.1", null, "en", URI.create("http://localhost/"));

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);

    /** The database does not answer for a while, and then says no. */
    private final KeycloakSessionFactory stuck = (KeycloakSessionFactory) Proxy.newProxyInstance(
            ResetDeskTest.class.getClassLoader(),
            new Class<?>[] {KeycloakSessionFactory.class},
            (proxy, method, args) -> {
                begun.incrementAndGet();
                open.await();
                throw new IllegalStateException("no database");
            });

    @Test
    void takesNoMoreThanItHasPlacesForAndNobodyWaits() {
        try (ResetDesk desk = new ResetDesk(stuck, 5)) {
            for (int i = 0; i < 50; i++) {
                desk.take(REQUEST);
            }
            await().until(() -> begun.get() == 2);
            open.countDown();
        }
        assertThat(begun).hasValue(5);
    }

    @Test
    void aFailureMakesRoomForTheNext() {
        open.countDown();
        try (ResetDesk desk = new ResetDesk(stuck, 1)) {
            desk.take(REQUEST);
            await().until(() -> begun.get() == 1);
            await().until(() -> {
                desk.take(REQUEST);
                return begun.get() > 1;
            });
        }
    }

    @Test
    void afterTheEndNothingIsTakenAndNothingFails() {
        open.countDown();
        ResetDesk desk = new ResetDesk(stuck, 1);
        desk.close();
        desk.take(REQUEST);
        assertThat(begun).hasValue(0);
    }
}
