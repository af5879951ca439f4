package eu.mpf.projects.search;

import eu.mpf.web.page.Count;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many hits have which value.
 *
 * @param counted how many hits were looked at: with very many, the newest
 */
@Schema(name = "FacetCounts")
public record FacetCounts(
        @Schema(
                required = true,
                description = "How many hits were looked at: all, or with very many (AT_LEAST) the newest of them.")
        Count counted,

        @Schema(required = true) List<Values> facets) {

    /** The values of one facet, the most frequent first. */
    @Schema(name = "FacetValues")
    public record Values(
            @Schema(required = true, examples = "fund") String facet,
            @Schema(required = true) List<Value> values) {}

    @Schema(name = "FacetValue")
    public record Value(
            @Schema(required = true, examples = "AMIF") String value,
            @Schema(required = true) long count) {}
}
