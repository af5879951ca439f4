package eu.mpf.projects.presentation;

import eu.mpf.web.value.LocalizedText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A presentation as the events service tells it. */
public record Presented(
        UUID projectId,
        String projectCode,
        String eventId,
        @Nullable String eventKey,
        @Nullable LocalizedText eventTitle,
        String sessionId,
        @Nullable LocalizedText sessionTitle,
        @Nullable LocalDate presentedOn,
        @Nullable String typeCode) {}
