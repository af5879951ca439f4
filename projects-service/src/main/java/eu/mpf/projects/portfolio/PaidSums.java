package eu.mpf.projects.portfolio;

import eu.mpf.web.value.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money of the EU share that has moved until a day and is public, one amount per currency. */
@Schema(name = "PaidSums")
public record PaidSums(
        @Schema(description = "What was paid, what came back included.")
        List<Money> paid,

        @Schema(description = "What came back of it.") List<Money> recovered,

        @Schema(description = "What was paid and did not come back.")
        List<Money> netPaid) {}
