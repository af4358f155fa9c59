package io.keyward.it.timing;

import io.keyward.it.harness.TestRealm;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that PostgreSQL saw, those of transactions that were rolled back included. */
final class Statements {

    private static final Pattern INSERT = Pattern.compile("insert into (\\S+)", Pattern.CASE_INSENSITIVE);

    private final TestRealm realm;

    Statements(TestRealm realm) {
        this.realm = realm;
        realm.database().update("create extension if not exists pg_stat_statements");
    }

    /** How many rows were inserted into each table while something happened. */
    Map<String, Long> inserts(Runnable happening) {
        realm.database().count("select count(*) from (select pg_stat_statements_reset()) reset");
        happening.run();
        Map<String, Long> inserts = new TreeMap<>();
        for (String line : realm.database()
                .strings("select rows || ' ' || regexp_replace(query, '\\s+', ' ', 'g') from pg_stat_statements")) {
            Matcher insert = INSERT.matcher(line);
            if (insert.find()) {
                long rows = Long.parseLong(line.substring(0, line.indexOf(' ')));
                inserts.merge(insert.group(1).toLowerCase(Locale.ROOT), rows, Long::sum);
            }
        }
        return inserts;
    }
}
