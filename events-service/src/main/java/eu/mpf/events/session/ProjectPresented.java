package eu.mpf.events.session;

import eu.mpf.web.value.LocalizedText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project was presented in a session. Several speakers of one project in one session are one presentation.
 *
 * @param projectId absent while this service has not heard of the project
 * @param typeCode partnership type it stood for
 */
public record ProjectPresented(
        UUID eventId,
        String eventKey,
        LocalizedText eventTitle,
        UUID sessionId,
        LocalizedText sessionTitle,
        @Nullable String projectId,
        String projectCode,
        LocalDate presentedOn,
        @Nullable String typeCode) {}
