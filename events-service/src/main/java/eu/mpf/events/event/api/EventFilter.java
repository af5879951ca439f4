package eu.mpf.events.event.api;

import eu.mpf.events.event.EventMode;
import eu.mpf.events.event.EventStatus;
import eu.mpf.web.page.SqlList;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of events may be narrowed to. */
public class EventFilter {
    @QueryParam("q")
    @Parameter(description = "Words in the title, the key or the place.")
    public @Nullable String q;

    @QueryParam("key")
    @Parameter(description = "Keys of events.", example = "[\"MPF-EXCHANGE-2023\"]")
    public @Nullable List<String> key;

    @QueryParam("status")
    public @Nullable List<EventStatus> status;

    @QueryParam("mode")
    public @Nullable List<EventMode> mode;

    @QueryParam("series")
    @Parameter(description = "Key of a series.")
    public @Nullable List<String> series;

    @QueryParam("startsAfter")
    public @Nullable Instant startsAfter;

    @QueryParam("startsBefore")
    public @Nullable Instant startsBefore;

    SqlList<EventSummary> on(SqlList<EventSummary> list) {
        if (q != null && !q.isBlank()) {
            String pattern = "%" + q.strip() + "%";
            list.where("e.title::text ILIKE ? OR e.key ILIKE ? OR e.place ILIKE ?", pattern, pattern, pattern);
        }
        if (key != null && !key.isEmpty()) {
            list.where("e.key = ANY (?)", key);
        }
        if (status != null && !status.isEmpty()) {
            list.where("e.status = ANY (?)", status);
        }
        if (mode != null && !mode.isEmpty()) {
            list.where("e.mode = ANY (?)", mode);
        }
        if (series != null && !series.isEmpty()) {
            list.where("e.series_key = ANY (?)", series);
        }
        if (startsAfter != null) {
            list.where("e.starts_at >= ?", startsAfter);
        }
        if (startsBefore != null) {
            list.where("e.starts_at < ?", startsBefore);
        }
        return list;
    }
}
