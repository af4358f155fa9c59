package io.keyward.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvSourceTest implements RowSource.Reader {

    private static final String HEADER = "id,name,email,role,is_verified,password_hash,created_at\n";

    @TempDir
    Path folder;

    private final List<SourceRow> rows = new ArrayList<>();
    private final List<SourceRow> malformed = new ArrayList<>();

    @Override
    public void row(SourceRow row, double done) {
        assertThat(done).isBetween(0.0, 1.0);
        rows.add(row);
    }

    @Override
    public void malformed(SourceRow row) {
        malformed.add(row);
    }

    @Test
    void rowsLinesAndQuotes() throws Exception {
        read((HEADER
                        + "1,\"Lovelace, Ada\",a@example.org,user,t,h,d\n2,\"two\nlines\",b@example.org,,,,\n3,,c@example.org,,,,\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(rows)
                .containsExactly(
                        new SourceRow(1, 2, "1", "Lovelace, Ada", "a@example.org", "user", "t", "h", "d"),
                        new SourceRow(2, 3, "2", "two\nlines", "b@example.org", null, null, null, null),
                        new SourceRow(3, 5, "3", null, "c@example.org", null, null, null, null));
    }

    @Test
    void columnsMayStandInAnyOrderAndBeMore() throws Exception {
        read("\uFEFFPassword_Hash,plan,EMAIL,is_verified,id\nh,gold,a@example.org,f,1\n"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(rows).containsExactly(new SourceRow(1, 2, "1", null, "a@example.org", null, "f", "h", null));
    }

    @Test
    void aRowOfAnotherLengthIsMalformedAndTheNextIsRead() throws Exception {
        read((HEADER + "1,a\n2,,b@example.org,,,,\n3,,,,,,,\n").getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(SourceRow::id).containsExactly("2");
        assertThat(malformed).extracting(SourceRow::number).containsExactly(1L, 3L);
    }

    @Test
    void bytesOfAnotherEncodingAreSeenAndTheNextRowIsRead() throws Exception {
        byte[] latin = (HEADER + "1,M\u00fcller,a@example.org,,,,\n2,Ada,b@example.org,,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        read(latin);
        assertThat(rows.get(0).name()).isEqualTo("M\uFFFDller");
        assertThat(rows.get(1).name()).isEqualTo("Ada");

        rows.clear();
        read(latin, StandardCharsets.ISO_8859_1);
        assertThat(rows.get(0).name()).isEqualTo("M\u00fcller");
    }

    @Test
    void whatIsNoTableEndsIt() {
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> read("id,mail\n1,a\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("email, is_verified, password_hash");
        assertThatThrownBy(() -> read((HEADER + "1,\"never closed\n2,b\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ImportException.class);
    }

    private void read(byte[] content) throws IOException, SQLException {
        read(content, StandardCharsets.UTF_8);
    }

    private void read(byte[] content, Charset charset) throws IOException, SQLException {
        Path file = Files.write(folder.resolve("users.csv"), content);
        new CsvSource(file, charset, ',').read(this);
    }
}
