package eu.mpf.projects.portfolio;

import eu.mpf.web.value.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many projects, and their money, one amount per currency. What is unknown is counted, never taken as zero.
 */
@Schema(name = "Sums")
public record Sums(
        long projects,
        List<Money> total,

        @Schema(description = "Projects whose total is not known or not public.")
        long totalUnknown,

        List<Money> euShare,

        @Schema(description = "Projects whose EU share is not known or not public.")
        long euShareUnknown) {}
