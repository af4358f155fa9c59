package io.keyward.migration;

import java.io.IOException;
import java.sql.SQLException;

/** A table of users that is read once, row by row. */
interface RowSource {

    /**
     * Hands each row to the reader, in order.
     *
     * @throws ImportException if the table cannot be read or has not the columns that are needed
     */
    void read(Reader reader) throws IOException, SQLException;

    /** Takes the rows. */
    interface Reader {

        /** @param done how much of the source is behind this row, from 0 to 1; negative if that is not known */
        void row(SourceRow row, double done) throws IOException;

        /** A row that is no row: another number of fields than the header has. */
        void malformed(SourceRow row) throws IOException;
    }
}
