package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.AgendaItem;
import eu.mpf.calls.committee.Meeting;
import eu.mpf.calls.committee.MeetingStatus;
import eu.mpf.calls.committee.Member;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A meeting of the committee of a call. */
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

    static MeetingView of(Meeting meeting) {
        return new MeetingView(
                meeting.id(),
                meeting.callId(),
                meeting.title(),
                meeting.scheduledAt(),
                meeting.status(),
                meeting.members(),
                meeting.agenda(),
                meeting.minutes());
    }

    static Response answer(Response.ResponseBuilder response, Meeting meeting) {
        return response.entity(of(meeting))
                .tag(Versions.etag(meeting.version()))
                .build();
    }
}
