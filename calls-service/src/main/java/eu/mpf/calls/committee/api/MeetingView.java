package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.AgendaItem;
import eu.mpf.calls.committee.Meeting;
import eu.mpf.calls.committee.MeetingStatus;
import eu.mpf.calls.committee.Member;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A meeting of the committee of a call; without the items on which the caller declared a conflict. */
@Schema(name = "Meeting")
public record MeetingView(
        UUID id,
        UUID callId,
        String title,
        Instant scheduledAt,
        MeetingStatus status,
        List<Member> members,
        List<AgendaItem> agenda,
        @Nullable String minutes) {

    static MeetingView of(Meeting meeting, Set<UUID> hidden) {
        return new MeetingView(
                meeting.id(),
                meeting.callId(),
                meeting.title(),
                meeting.scheduledAt(),
                meeting.status(),
                meeting.members(),
                meeting.agenda().stream()
                        .filter(item -> !hidden.contains(item.applicationId()))
                        .toList(),
                meeting.minutes());
    }

    static Response answer(Response.ResponseBuilder response, Meeting meeting, Set<UUID> hidden) {
        return response.entity(of(meeting, hidden))
                .tag(Versions.etag(meeting.version()))
                .build();
    }
}
