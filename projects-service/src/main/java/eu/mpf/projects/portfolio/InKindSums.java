package eu.mpf.projects.portfolio;

import eu.mpf.web.value.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Goods given instead of money, apart from all cash. */
@Schema(name = "InKindSums")
public record InKindSums(
        @Schema(description = "Kinds of goods given, each counted once whatever its quantity.")
        long goods,

        @Schema(description = "What those are worth whose worth is known and public, one amount per currency.")
        List<Money> worth,

        @Schema(description = "Goods whose worth is not known or not public.")
        long worthUnknown) {}
