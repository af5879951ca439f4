package eu.mpf.projects.presentation;

import eu.mpf.web.value.LocalizedText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A presentation as the events service tells it.
 *
 * @param projectId absent where the events service has not heard of the project
 */
public record Presented(
        @Nullable UUID projectId,
        String projectCode,
        String eventId,
        @Nullable String eventKey,
        @Nullable LocalizedText eventTitle,
        String sessionId,
        @Nullable LocalizedText sessionTitle,
        @Nullable LocalDate presentedOn,
        @Nullable String typeCode) {

    /** The same, of a project that is known. */
    Presented of(UUID project) {
        return new Presented(
                project, projectCode, eventId, eventKey, eventTitle, sessionId, sessionTitle, presentedOn, typeCode);
    }
}
