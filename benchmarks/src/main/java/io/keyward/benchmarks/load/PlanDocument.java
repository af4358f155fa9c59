package io.keyward.benchmarks.load;

import java.util.Map;

/** The plans for {@code docs}, in Markdown. */
record PlanDocument(LoadOptions options, Machine machine, Map<String, Map<String, String>> plans) {

    String text() {
        StringBuilder text = new StringBuilder("# Query plans\n\n");
        text.append("""
                Written by `benchmarks/load --growth`, not by hand: what PostgreSQL's `auto_explain` logged (`EXPLAIN (ANALYZE, BUFFERS)`)
                of the statements that Keyward sent while its tables held %,d devices, %,d sessions and as many refresh chains. Of each
                statement, the last execution; long lists are shortened. %s. The times of each kind of work, next to those on small tables, are in
                [the results](../benchmarks/results/growth/growth.md).

                """.formatted(options.devices(), options.devices() * 3, machine.text()));
        plans.forEach((title, statements) -> {
            text.append("## " + title + "\n\n");
            statements.forEach((statement, plan) -> text.append(
                    "```sql\n" + broken(shortened(statement)) + "\n```\n```\n" + shortened(plan) + "\n```\n\n"));
        });
        return text.toString();
    }

    private static String broken(String statement) {
        return statement.replaceAll(
                "(?i) (from|where|values|set|order by|on conflict|and exists|and not exists) ", "\n$1 ");
    }

    /** Nobody reads the five-hundredth parameter. */
    private static String shortened(String text) {
        return text.replaceAll("(\\$\\d+)(?:, ?\\$\\d+){3,}, ?(\\$\\d+)", "$1,…,$2")
                .replaceAll("'\\{([^,{}']+)(?:,[^,{}']+)+\\}'", "'{$1,…}'");
    }
}
