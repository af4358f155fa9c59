package io.keyward.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;

/** Turns the table into files, and says what was left out. The summary is written last: without it nothing is sent. */
final class Prepare {

    private final PrepareOptions options;
    private long rows;

    Prepare(PrepareOptions options) {
        this.options = options;
    }

    void run() throws IOException, SQLException {
        Folder folder = Folder.empty(options.out());
        ChunkWriter chunks = new ChunkWriter(folder, options.realm(), options.chunkSize());
        try (Progress progress = Progress.to("prepared", System.err);
                SkipReport skipped = new SkipReport(folder.create(Folder.SKIPPED))) {
            options.source().read(new Rows(chunks, skipped, progress));
            chunks.finish();
            summarize(folder, chunks, skipped);
        }
    }

    private void summarize(Folder folder, ChunkWriter chunks, SkipReport skipped) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode summary = mapper.createObjectNode()
                .put("realm", options.realm())
                .put("rows", rows)
                .put("users", chunks.users())
                .put("files", chunks.chunks());
        ObjectNode reasons = summary.putObject("skipped");
        skipped.counts().forEach((reason, count) -> reasons.put(reason.word(), count));
        try (OutputStream out = folder.create(Folder.SUMMARY)) {
            mapper.writerWithDefaultPrettyPrinter().writeValue(out, summary);
        }
        System.out.printf(
                "%d rows: %d users in %d files, %d left out (%s)%n",
                rows, chunks.users(), chunks.chunks(), skipped.total(), folder.file(Folder.SKIPPED));
        skipped.counts().forEach((reason, count) -> System.out.printf("  %-18s %d%n", reason.word(), count));
    }

    private final class Rows implements RowSource.Reader {

        private final RowCheck check = new RowCheck(options);
        private final ChunkWriter chunks;
        private final SkipReport skipped;
        private final Progress progress;

        Rows(ChunkWriter chunks, SkipReport skipped, Progress progress) {
            this.chunks = chunks;
            this.skipped = skipped;
            this.progress = progress;
        }

        @Override
        public void row(SourceRow row, double done) throws IOException {
            rows++;
            try {
                chunks.add(check.account(row), row.number());
            } catch (Skipped reason) {
                skipped.add(row, reason.reason());
            }
            progress.at(rows, done);
        }

        @Override
        public void malformed(SourceRow row) {
            rows++;
            skipped.add(row, SkipReason.MALFORMED_ROW);
        }
    }
}
