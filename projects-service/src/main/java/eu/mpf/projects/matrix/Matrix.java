package eu.mpf.projects.matrix;

import com.fasterxml.jackson.annotation.JsonFormat;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Projects against partnership types.
 *
 * @param columns the types in use in this version, in the order of the typology
 * @param rows the classified projects, by title
 * @param unclassified projects of the set that nobody has classified yet
 */
@Schema(name = "Matrix")
public record Matrix(
        int typologyVersion,
        LocalDate asOf,

        @Nullable @Schema(description = "Name of the frozen set.")
        String snapshot,

        List<Column> columns,
        List<Row> rows,
        long unclassified,
        Agreement agreement) {

    /** A type, and how many projects work by it in each view. */
    @Schema(name = "MatrixColumn")
    public record Column(String code, LocalizedText name, int facility, int grantee) {}

    /**
     * A project.
     *
     * @param toReview means of an earlier version that no rule carries over: somebody has to read the project again
     */
    @Schema(name = "MatrixRow")
    public record Row(String projectId, String code, String title, List<Cell> cells, List<ToReview> toReview) {}

    /** A project works by a type, in one view or both. Pairs without a cell were not named by anybody. */
    @Schema(name = "MatrixCell")
    public record Cell(
            String type,
            boolean facility,
            boolean grantee,

            @Nullable @Schema(description = "The earlier version it was carried over from.")
            Integer carriedFrom) {}

    /** A means of an earlier version that has no certain place in this one. */
    @Schema(name = "MatrixToReview")
    public record ToReview(
            String type,
            int typologyVersion,

            @Nullable @Schema(description = "Where it probably belongs.")
            String suggested,

            String reason) {}

    /**
     * How far the facility's and the grantees' views agree.
     *
     * @param compared projects that have both
     * @param agreed those of them with the same means in both
     */
    @Schema(name = "MatrixAgreement")
    public record Agreement(
            int compared,
            int agreed,

            @Nullable
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    type = SchemaType.STRING,
                    description = "Decimal string from 0 to 1; absent if nothing can be compared.",
                    examples = "0.75")
            BigDecimal rate) {}
}
