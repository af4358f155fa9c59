package io.keyward.it.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keyward.it.harness.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The dashboard, the alerts and the runbook, as they ship. */
final class Monitoring {

    private static final Path ROOT =
            Path.of(System.getProperty("keyward.root", "..")).toAbsolutePath().normalize();

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|without)\\s*\\([^)]*\\)");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b");

    private Monitoring() {}

    static List<String> dashboardQueries() {
        List<String> queries = new ArrayList<>();
        Json.read(text("monitoring/grafana-dashboard.json"))
                .findValuesAsText("expr")
                .forEach(queries::add);
        return queries;
    }

    /** An alert as Prometheus reads it. */
    record Alert(String name, String query, String runbook) {}

    static List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode group : yaml("monitoring/prometheus-rules.yml").get("groups")) {
            for (JsonNode rule : group.get("rules")) {
                alerts.add(new Alert(
                        rule.get("alert").asText(),
                        rule.get("expr").asText(),
                        rule.at("/annotations/runbook_url").asText()));
            }
        }
        return alerts;
    }

    /** The metrics that a query asks for. */
    static Set<String> metrics(String query) {
        String bare = QUOTED.matcher(query).replaceAll("");
        bare = GROUPING.matcher(bare).replaceAll(" ");
        bare = LABELS.matcher(bare).replaceAll(" ");
        bare = RANGE.matcher(bare).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        NAME.matcher(bare).results().forEach(found -> names.add(found.group()));
        return names;
    }

    /** Anchors of the runbook's sections, as they are linked to. */
    static Set<String> sections() {
        Set<String> anchors = new TreeSet<>();
        text("docs/runbook.md")
                .lines()
                .filter(line -> line.startsWith("## "))
                .forEach(line -> anchors.add(line.substring(3).toLowerCase(Locale.ROOT)));
        return anchors;
    }

    private static JsonNode yaml(String path) {
        try {
            return new YAMLMapper().readTree(text(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
