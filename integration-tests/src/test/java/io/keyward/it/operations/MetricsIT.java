package io.keyward.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.SessionApi;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import io.keyward.it.operations.Monitoring.Alert;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the dashboard and the alerts ask for is what a node exports, and it moves when something happens. */
@Tag("long")
class MetricsIT {

    /** Made by Prometheus itself. */
    private static final Set<String> PROMETHEUS = Set.of("up");

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            .withRequiredAction("keyward-devices", "rotation-grace", "0")
            .withClient(limited());

    private final Person person = Person.ada();

    @Test
    void theDashboardAsksForWhatIsExported() {
        List<String> queries = Monitoring.dashboardQueries();
        assertThat(queries).hasSizeGreaterThan(20);
        assertThat(asked(queries)).isNotEmpty().isSubsetOf(exported());
    }

    @Test
    void theAlertsAskForWhatIsExportedAndHaveASectionEach() {
        List<Alert> alerts = Monitoring.alerts();
        assertThat(alerts).hasSizeGreaterThan(10);
        Set<String> asked = asked(alerts.stream().map(Alert::query).toList());
        asked.removeAll(PROMETHEUS);
        assertThat(asked).isNotEmpty().isSubsetOf(exported());
        assertThat(alerts)
                .allSatisfy(alert -> assertThat(alert.runbook())
                        .isEqualTo("docs/runbook.md#" + alert.name().toLowerCase(java.util.Locale.ROOT)));
        assertThat(Monitoring.sections())
                .isEqualTo(alerts.stream()
                        .map(alert -> alert.name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void attacksAreCounted() {
        realm.admin().createProvedUser(person);
        double stale = value("keyward_refresh_reuse_total{kind=\"stale-lineage\"}");
        TokenAnswer first = realm.direct().password(person.email(), person.password());
        TokenAnswer third = realm.direct()
                .refresh(realm.direct().refresh(first.refreshToken()).refreshToken());
        assertThat(third.status()).isEqualTo(200);
        assertThat(realm.direct().refresh(first.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(value("keyward_refresh_reuse_total{kind=\"stale-lineage\"}")).isEqualTo(stale + 1);

        double refused = sum("keyward_token_refused_total{");
        TokenAnswer again = realm.direct().password(person.email(), person.password());
        realm.admin().voidProof(again.claims().get("sub").asText());
        assertThat(realm.direct().refresh(again.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(sum("keyward_token_refused_total{")).isEqualTo(refused + 1);

        double limited = value("keyward_session_api_limited_total{limit=\"account\"}");
        assertThat(login()).isEqualTo(401);
        assertThat(login()).isEqualTo(429);
        assertThat(value("keyward_session_api_limited_total{limit=\"account\"}"))
                .isEqualTo(limited + 1);

        double taken = value("keyward_reset_requests_total{outcome=\"taken\"}");
        new Visitor(realm).forgot(person.email());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(value("keyward_reset_requests_total{outcome=\"taken\"}"))
                        .isEqualTo(taken + 1));
    }

    private static int login() {
        return Http.send(Http.request(realm.url() + SessionApi.path("test-limited") + "login")
                        .header("Origin", SessionApi.ORIGIN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"email\": \"nobody@example.org\", \"password\": \"something\"}")))
                .status();
    }

    private static Set<String> asked(List<String> queries) {
        Set<String> names = new TreeSet<>();
        queries.forEach(query -> names.addAll(Monitoring.metrics(query)));
        return names;
    }

    private static Set<String> exported() {
        return lines().stream().map(line -> line.replaceAll("[{ ].*", "")).collect(Collectors.toSet());
    }

    private static double value(String series) {
        return lines().stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(MetricsIT::number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not exported: " + series));
    }

    private static double sum(String prefix) {
        return lines().stream()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(MetricsIT::number)
                .sum();
    }

    private static double number(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static List<String> lines() {
        return Http.get(realm.keyward().stack().managementUrl() + "/metrics")
                .ok()
                .body()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    private static ObjectNode limited() {
        return SessionApi.client("test-limited", Map.of("account-limit", "1"));
    }
}
