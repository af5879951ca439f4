package eu.mpf.events.event.api;

import eu.mpf.events.event.EventMode;
import eu.mpf.events.event.EventStatus;
import eu.mpf.web.page.SqlList;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
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
        each(list::where);
        return list;
    }

    /** Hands over every condition on event {@code e} that is asked for, with its values. */
    public void each(BiConsumer<String, Object[]> condition) {
        if (q != null && !q.isBlank()) {
            String pattern = containing(q.strip());
            condition.accept(
                    "EXISTS (SELECT FROM jsonb_each_text(e.title) t WHERE t.value ILIKE ?) OR e.key ILIKE ? OR e.place ILIKE ?",
                    new Object[] {pattern, pattern, pattern});
        }
        if (key != null && !key.isEmpty()) {
            condition.accept("e.key = ANY (?)", new Object[] {key});
        }
        if (status != null && !status.isEmpty()) {
            condition.accept("e.status = ANY (?)", new Object[] {status});
        }
        if (mode != null && !mode.isEmpty()) {
            condition.accept("e.mode = ANY (?)", new Object[] {mode});
        }
        if (series != null && !series.isEmpty()) {
            condition.accept("e.series_key = ANY (?)", new Object[] {series});
        }
        if (startsAfter != null) {
            condition.accept("e.starts_at >= ?", new Object[] {startsAfter});
        }
        if (startsBefore != null) {
            condition.accept("e.starts_at < ?", new Object[] {startsBefore});
        }
    }

    /** As a pattern of LIKE in which every character of the text stands for itself. */
    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
