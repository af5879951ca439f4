package eu.mpf.gateway.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found, of all types in one list. */
@Schema(name = "SearchPage")
public record SearchPage(
        List<Found> items,

        @Schema(
                description =
                        "Give it back as pageToken to read on; absent on the last page. It also asks again what is missing.")
        @Nullable
        String nextPageToken,

        @Schema(description = "How many there are of each type; on the page where the type answers first.") @Nullable
        List<Facet> facets,

        @Schema(description = "Whether every service answered.")
        boolean complete,

        @Schema(description = "What is missing, if a service did not answer.")
        List<Missing> missing) {

    /** One thing. */
    @Schema(name = "SearchResult")
    public record Found(
            FoundType type,
            String id,

            @Schema(description = "Its code or key.") @Nullable
            String key,

            String title,

            @Schema(description = "The passage that fits, as plain text.") @Nullable
            String snippet,

            @Nullable String status,

            @Schema(description = "Where it is read in full.")
            String href) {}

    /** How many of a type. */
    @Schema(name = "SearchFacet")
    public record Facet(
            FoundType type,
            long count,

            @Schema(description = "Whether there may be more: `EXACT` or `AT_LEAST`.")
            String countType) {}

    /** A type that could not be searched. */
    @Schema(name = "SearchGap")
    public record Missing(FoundType type, String service) {}
}
