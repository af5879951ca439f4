package eu.mpf.projects.presentation;

import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a project was presented.
 *
 * @param typeCode the partnership type it stood for, if it stood for one
 */
@Schema(name = "Presentation")
public record PresentationView(
        String projectId,
        String projectCode,
        String eventId,
        @Nullable String eventKey,
        @Nullable LocalizedText eventTitle,
        String sessionId,
        @Nullable LocalizedText sessionTitle,
        @Nullable LocalDate presentedOn,
        @Nullable String typeCode,
        Instant recordedAt) {}
