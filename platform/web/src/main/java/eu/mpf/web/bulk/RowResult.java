package eu.mpf.web.bulk;

import eu.mpf.web.problem.FieldError;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param row 1 is the first after the header
 * @param key the row's own name for the object
 * @param id the object's id; none in a dry run for an object that would be new
 * @param errors why it was refused; the pointer names the column
 * @param warnings what somebody should look at; the row was done all the same
 */
@Schema(name = "ImportRowResult", description = "What became of a row.")
public record RowResult(
        int row,
        Outcome outcome,
        @Nullable String key,
        @Nullable String id,
        List<FieldError> errors,
        List<FieldError> warnings) {

    static RowResult refused(int row, @Nullable String key, List<FieldError> errors, List<FieldError> warnings) {
        return new RowResult(row, Outcome.REFUSED, key, null, errors, warnings);
    }
}
