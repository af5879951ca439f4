package eu.mpf.projects.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures of the portfolio on one day, or of a frozen snapshot. */
@Schema(name = "PortfolioFigures")
public record Figures(
        LocalDate asOf,

        @Nullable @Schema(description = "Name of the snapshot they are of.")
        String snapshot,

        Sums whole,

        @Schema(description = "Member States taking part, each counted once.")
        long memberStates,

        @Schema(description = "Partner countries, each counted once.")
        long partnerCountries,

        List<FigureBreakdown> breakdowns) {

    Figures of(String snapshotName) {
        return new Figures(asOf, snapshotName, whole, memberStates, partnerCountries, breakdowns);
    }
}
