package eu.mpf.events.event.api;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.event.Block;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventDetails;
import eu.mpf.events.event.EventMode;
import eu.mpf.events.event.EventStatus;
import eu.mpf.events.event.EventTimes;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event as clients read it.
 *
 * @param startsLocal wall-clock time at {@code timeZone}; {@code startsAt} is the same in UTC
 * @param dayConfirmed {@code false} while only the month is certain
 */
@Schema(name = "Event")
public record EventView(
        UUID id,
        String key,
        @Nullable String series,
        EventStatus status,
        LocalizedText title,
        @Nullable LocalizedText summary,
        EventMode mode,
        @Nullable String place,
        @Nullable String country,
        String timeZone,
        LocalDateTime startsLocal,
        LocalDateTime endsLocal,
        Instant startsAt,
        Instant endsAt,
        boolean dayConfirmed,
        List<AudienceCategory> audience,
        List<Block> blocks,
        @Nullable Integer capacity,
        Map<AudienceCategory, Integer> categoryLimits,
        RegistrationPolicy registration,

        @Schema(description = "The language whose version of the texts counts.", examples = "en")
        String bindingLanguage) {

    static EventView of(ResultSet row) throws SQLException {
        LocalizedText title = Json.text(row.getString("title"));
        return new EventView(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("series_key"),
                EventStatus.valueOf(row.getString("status")),
                title,
                Json.optionalText(row.getString("summary")),
                EventMode.valueOf(row.getString("mode")),
                row.getString("place"),
                row.getString("country"),
                row.getString("time_zone"),
                row.getObject("starts_local", LocalDateTime.class),
                row.getObject("ends_local", LocalDateTime.class),
                Objects.requireNonNull(Sql.instant(row, "starts_at")),
                Objects.requireNonNull(Sql.instant(row, "ends_at")),
                row.getBoolean("day_confirmed"),
                Json.read(row.getString("audience"), new TypeReference<List<AudienceCategory>>() {}),
                Json.read(row.getString("blocks"), new TypeReference<List<Block>>() {}),
                row.getObject("capacity", Integer.class),
                Json.read(row.getString("category_limits"), new TypeReference<Map<AudienceCategory, Integer>>() {}),
                Json.read(row.getString("policy"), RegistrationPolicy.class),
                BindingLanguage.of(row.getString("binding_language"), title));
    }

    static Response answer(Event event) {
        return Answers.ok(of(event), event.version());
    }

    static EventView of(Event event) {
        EventDetails d = event.details();
        EventTimes t = event.times();
        return new EventView(
                event.id(),
                event.key(),
                event.seriesKey(),
                event.status(),
                d.title(),
                d.summary(),
                d.mode(),
                d.place(),
                d.country(),
                t.timeZone(),
                t.startsLocal(),
                t.endsLocal(),
                t.startsAt(),
                t.endsAt(),
                Boolean.TRUE.equals(d.dayConfirmed()),
                d.audience(),
                d.blocks(),
                d.capacity(),
                d.categoryLimits(),
                d.registration(),
                BindingLanguage.of(d.bindingLanguage(), d.title()));
    }
}
