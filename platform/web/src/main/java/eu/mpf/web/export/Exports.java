package eu.mpf.web.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.regex.Pattern;

/** Answers with a table, row by row: memory does not grow with rows. */
@ApplicationScoped
public class Exports {
    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String JSON_LINES = "application/x-ndjson";

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final ObjectMapper json;

    Exports(ObjectMapper json) {
        this.json = json;
    }

    /** CSV (RFC 4180) with byte order mark, every cell quoted, formulas made harmless. */
    public <T> Response csv(Table<T> table, String filename, RowSource<T> rows) {
        return answer(CSV + ";charset=UTF-8;header=present", filename, out -> CsvWriter.write(table, rows, out));
    }

    /** One sheet, numbers and dates as such. */
    public <T> Response xlsx(Table<T> table, String filename, RowSource<T> rows) {
        return answer(XLSX, filename, out -> XlsxWriter.write(table, rows, out));
    }

    /** One JSON object per line; empty cells are left out. */
    public <T> Response jsonLines(Table<T> table, String filename, RowSource<T> rows) {
        return answer(JSON_LINES, filename, out -> JsonLinesWriter.write(json, table, rows, out));
    }

    private static Response answer(String mediaType, String filename, StreamingOutput body) {
        if (!PLAIN_NAME.matcher(filename).matches()) {
            throw new IllegalArgumentException("a file name of letters, digits, dots and dashes needs no escaping");
        }
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + filename + "\"")
                .build();
    }
}
