package io.keyward.mailoutbox.api;

import io.keyward.mailoutbox.courier.Condition;
import io.keyward.mailoutbox.courier.Courier;
import io.keyward.mailoutbox.sender.OutboxEmailSenderProviderFactory;
import io.smallrye.health.api.Wellness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.KeycloakApplication;

/**
 * Warns, and never says DOWN: a node whose mail server is dead serves people as well as any other, and must stay in the
 * balancer. It is no part of {@code /health/ready} and {@code /health/live}, which balancers ask, but of {@code /health} and
 * {@code /health/well}. Its data are {@code warning}, {@code reasons} and counts; the words are those of
 * {@link Condition.Warning}. It makes no query.
 *
 * <p>Quarkus finds it when the server is built, and makes it, which is why it is public.
 */
@Wellness
public final class OutboxHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(OutboxHealth.class);
    private static final String NAME = "Keyward mail outbox";

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME).up();
        try {
            Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
            condition().ifPresent(condition -> tell(answer, condition, now));
        } catch (RuntimeException e) {
            // An exception would count as DOWN.
            LOG.error("The state of the outbox could not be told", e);
        }
        return answer.build();
    }

    private static Optional<Condition> condition() {
        KeycloakSessionFactory sessions = KeycloakApplication.getSessionFactory();
        return sessions == null
                ? Optional.empty()
                : OutboxEmailSenderProviderFactory.courier(sessions).map(Courier::condition);
    }

    private static void tell(HealthCheckResponseBuilder answer, Condition condition, Instant now) {
        List<Condition.Warning> warnings = condition.warnings(now);
        answer.withData("warning", !warnings.isEmpty())
                .withData("queued", condition.backlog().mails())
                .withData("oldestSeconds", condition.oldest(now).toSeconds())
                .withData("realmsFailing", condition.failing());
        if (!warnings.isEmpty()) {
            answer.withData(
                    "reasons", warnings.stream().map(Condition.Warning::word).collect(Collectors.joining(" ")));
        }
    }
}
