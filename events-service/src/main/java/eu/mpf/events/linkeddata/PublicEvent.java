package eu.mpf.events.linkeddata;

import eu.mpf.web.value.LocalizedText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with its programme, as either vocabulary needs it. Local times are at the zone beside them.
 *
 * @param formerStart when it was to start before it was last moved
 * @param reportId the synopsis in force
 */
record PublicEvent(
        UUID id,
        String key,
        String bindingLanguage,
        LocalizedText title,
        @Nullable LocalizedText summary,
        String status,
        String mode,
        @Nullable String place,
        @Nullable String country,
        String timeZone,
        LocalDateTime startsLocal,
        LocalDateTime endsLocal,
        boolean dayConfirmed,
        List<String> audience,
        @Nullable Integer capacity,
        @Nullable LocalDateTime formerStart,
        @Nullable UUID reportId,
        @Nullable Series series,
        List<Part> sessions) {

    boolean cancelled() {
        return status.equals("CANCELLED");
    }

    /** The series it belongs to. */
    record Series(UUID id, String key, LocalizedText name) {}

    /** A session. */
    record Part(
            UUID id,
            LocalizedText title,
            @Nullable LocalizedText summary,
            boolean cancelled,
            String mode,
            String timeZone,
            @Nullable LocalDateTime startsLocal,
            @Nullable LocalDateTime endsLocal,
            List<String> languages,
            List<Speaker> speakers) {}

    /** Somebody on the programme, as printed. */
    record Speaker(
            UUID personId,
            String role,
            @Nullable String honorific,
            String name,
            @Nullable String post,
            @Nullable String organisation) {}
}
