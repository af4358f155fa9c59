package io.keyward.it.operations;

import io.keyward.it.harness.Database;
import java.util.Map;
import java.util.TreeMap;

/** Rows, bytes and writes of all tables, as PostgreSQL counts them. */
record TableSizes(Map<String, Long> rows, Map<String, Long> bytes, Map<String, Long> written) {

    static TableSizes of(Database database) {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        Map<String, Long> written = new TreeMap<>();
        // So that what other sessions have counted so far is seen.
        database.count("select count(*) from (select pg_stat_force_next_flush()) as flushed");
        for (String table : database.strings("select relname from pg_stat_user_tables")) {
            rows.put(table, database.count("select count(*) from \"" + table + "\""));
            bytes.put(table, database.count("select pg_total_relation_size(?::regclass)", "public.\"" + table + "\""));
            written.put(
                    table,
                    database.count(
                            "select n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables where relname = ?",
                            table));
        }
        return new TableSizes(rows, bytes, written);
    }

    TableSizes since(TableSizes before) {
        return new TableSizes(minus(rows, before.rows), minus(bytes, before.bytes), minus(written, before.written));
    }

    long writtenToKeyward() {
        return sum(written, "keyward_");
    }

    long writtenToAll() {
        return written.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long sum(Map<String, Long> values, String prefix) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Long> minus(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> difference = new TreeMap<>();
        now.forEach((table, value) -> difference.put(table, value - before.getOrDefault(table, 0L)));
        return difference;
    }
}
