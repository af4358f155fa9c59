package io.keyward.migration;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A CSV file with a header (RFC 4180). What is not of the encoding becomes the replacement character, so that one such row
 * is found and reported instead of ending the whole. A quote that is never closed ends it: nobody knows how many rows it
 * would swallow.
 */
record CsvSource(Path file, Charset charset, char delimiter) implements RowSource {

    private static final String STANDARD_INPUT = "-";
    /** Which UTF-8 does not need and some programs write. Of UTF-16 the decoder reads it. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Override
    public void read(Reader reader) throws IOException {
        long size = file.toString().equals(STANDARD_INPUT) ? 0 : Files.size(file);
        try (CountedInput input = new CountedInput(open());
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(new InputStreamReader(
                                input,
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPLACE)
                                        .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
            List<String> header = null;
            long number = 0;
            for (CsvRecord record : csv) {
                if (header == null) {
                    header = header(record);
                    continue;
                }
                number++;
                double done = size == 0 ? -1 : (double) input.count() / size;
                hand(record, header, number, done, reader);
            }
            if (header == null) {
                throw new ImportException("The file is empty.");
            }
        } catch (CsvParseException broken) {
            throw new ImportException("The file is no CSV: " + broken.getMessage());
        }
    }

    private static void hand(CsvRecord record, List<String> header, long number, double done, Reader reader)
            throws IOException {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            reader.malformed(SourceRow.broken(number, line));
            return;
        }
        reader.row(
                SourceRow.of(number, line, column -> {
                    int index = header.indexOf(column);
                    String value = index < 0 ? "" : record.getField(index);
                    return value.isEmpty() ? null : value;
                }),
                done);
    }

    private static List<String> header(CsvRecord record) {
        List<String> names = record.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        Columns.check(names);
        return names;
    }

    private InputStream open() throws IOException {
        InputStream input = new BufferedInputStream(
                file.toString().equals(STANDARD_INPUT) ? System.in : Files.newInputStream(file));
        if (charset.equals(StandardCharsets.UTF_8)) {
            skipByteOrderMark(input);
        }
        return input;
    }

    private static void skipByteOrderMark(InputStream input) throws IOException {
        input.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(input.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            input.reset();
        }
    }
}
