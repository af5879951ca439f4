package eu.mpf.calls.search.api;

import eu.mpf.calls.search.SavedSearch;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved search as its owner sees it. */
@Schema(name = "SavedSearch")
public record SavedSearchView(
        UUID id,
        String name,
        SavedSearch.Criteria criteria,
        SavedSearch.Frequency frequency,
        Instant createdAt,
        Instant updatedAt) {

    static SavedSearchView of(SavedSearch search) {
        SavedSearch.Terms terms = search.terms();
        return new SavedSearchView(
                search.id(), terms.name(), terms.criteria(), terms.frequency(), search.createdAt(), search.updatedAt());
    }

    static Response answer(Response.ResponseBuilder answer, SavedSearch search) {
        return answer.entity(of(search)).tag(Versions.etag(search.version())).build();
    }
}
