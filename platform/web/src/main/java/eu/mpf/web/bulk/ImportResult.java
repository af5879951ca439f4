package eu.mpf.web.bulk;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param importId names the import; none in a dry run
 * @param validateOnly whether this was a dry run, of which nothing stays
 */
@Schema(name = "ImportResult", description = "What became of each row of a file.")
public record ImportResult(
        @Nullable UUID importId,
        boolean validateOnly,
        long created,
        long updated,
        long unchanged,
        long refused,
        List<RowResult> rows) {

    static ImportResult of(@Nullable UUID importId, boolean validateOnly, List<RowResult> rows) {
        return new ImportResult(
                importId,
                validateOnly,
                count(rows, Outcome.CREATED),
                count(rows, Outcome.UPDATED),
                count(rows, Outcome.UNCHANGED),
                count(rows, Outcome.REFUSED),
                rows);
    }

    private static long count(List<RowResult> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
