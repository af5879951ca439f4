package eu.mpf.projects.portfolio;

import eu.mpf.web.value.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many projects, and their money, one amount per currency. What is unknown is counted, never taken as zero; goods in
 * kind stand apart and are in no sum of cash. Snapshots of before they were counted have no {@code inKind}.
 */
@Schema(name = "Sums")
public record Sums(
        long projects,
        List<Money> total,

        @Schema(description = "Projects whose total is not known or not public.")
        long totalUnknown,

        List<Money> euShare,

        @Schema(description = "Projects whose EU share is not known or not public.")
        long euShareUnknown,

        List<Money> nationalShare,

        @Schema(description = "Projects whose national share is not known or not public.")
        long nationalShareUnknown,

        List<Money> otherDonors,

        @Schema(description = "Other donors that pay an amount nobody has told.")
        long otherDonorsUnknown,

        @Nullable InKindSums inKind,

        @Nullable
        @Schema(description = "Money that has moved until the day; absent in snapshots of before it was counted.")
        PaidSums payments) {

    public Sums {
        nationalShare = nationalShare == null ? List.of() : nationalShare;
        otherDonors = otherDonors == null ? List.of() : otherDonors;
    }
}
