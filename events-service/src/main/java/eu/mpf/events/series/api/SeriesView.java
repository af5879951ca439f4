package eu.mpf.events.series.api;

import eu.mpf.events.series.EventSeries;
import eu.mpf.events.series.SeriesDetails;
import eu.mpf.events.sql.Json;
import eu.mpf.web.value.LocalizedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A series as clients read it. */
@Schema(name = "EventSeries")
public record SeriesView(
        UUID id, String key, LocalizedText name, @Nullable LocalizedText description) {

    static SeriesView of(EventSeries series) {
        SeriesDetails d = series.details();
        return new SeriesView(series.id(), d.key(), d.name(), d.description());
    }

    static SeriesView of(ResultSet row) throws SQLException {
        return new SeriesView(
                row.getObject("id", UUID.class),
                row.getString("key"),
                Json.text(row.getString("name")),
                Json.optionalText(row.getString("description")));
    }
}
