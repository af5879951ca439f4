package eu.mpf.web.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time. */
interface RowReader extends Closeable {

    /** A line as it was read: its values, or why it has none. */
    record Line(
            int number,
            @Nullable ObjectNode values,
            @Nullable String fault) {}

    /** The next line; null after the last. After a fault the rest may be readable or not: it goes on until null. */
    @Nullable
    Line next() throws IOException;
}
