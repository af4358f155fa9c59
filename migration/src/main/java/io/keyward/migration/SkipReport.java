package io.keyward.migration;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Which rows were left out and why, as CSV, without what stands in them but for the id. */
final class SkipReport implements AutoCloseable {

    private static final int SHOWN = 64;

    private final CsvWriter csv;
    private final Map<SkipReason, Long> counts = new EnumMap<>(SkipReason.class);

    SkipReport(OutputStream out) {
        csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord("row", "line", "id", "reason");
    }

    void add(SourceRow row, SkipReason reason) {
        csv.writeRecord(
                String.valueOf(row.number()),
                row.line() == 0 ? "" : String.valueOf(row.line()),
                shown(row.id()),
                reason.word());
        counts.merge(reason, 1L, Long::sum);
    }

    Map<SkipReason, Long> counts() {
        return counts;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What may be anything is shown only if it is like an id. */
    private static String shown(String id) {
        return id != null && id.length() <= SHOWN && id.matches("[A-Za-z0-9_.-]+") ? id : "";
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
