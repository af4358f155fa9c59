package io.keyward.benchmarks.load;

/** The statements of one subject and workload, as far as they occur in at least one of a hundred units. */
record StatementTable(StatementCount count) {

    private static final int LONGEST = 160;

    String text() {
        StringBuilder text = new StringBuilder("### %s: %s\n\n"
                .formatted(count.workload().title(), count.subject().title()));
        text.append("%.2f statements in %.2f transactions, counted over %d units.\n\n"
                .formatted(count.perUnit(), count.transactionsPerUnit(), count.units()));
        text.append("| each | rows | µs each | |\n|---|---|---|---|\n");
        count.lines().stream()
                .filter(line -> !line.bracket() && line.calls() * 100 >= count.units())
                .forEach(line -> text.append(row(line)));
        return text.append('\n').toString();
    }

    private String row(StatementCount.Line line) {
        return "| %.2f | %.2f | %.0f | `%s` |\n"
                .formatted(
                        (double) line.calls() / count.units(),
                        (double) line.rows() / count.units(),
                        line.millis() * 1_000 / line.calls(),
                        shortened(line.statement()));
    }

    /** What is selected says less than from where. */
    private static String shortened(String statement) {
        int from = statement.indexOf(" from ");
        String told = statement.startsWith("select ") && from > 40 ? "select …" + statement.substring(from) : statement;
        return (told.length() > LONGEST ? told.substring(0, LONGEST) + "…" : told).replace("|", "\\|");
    }
}
