package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.Meeting;
import eu.mpf.calls.committee.MeetingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Meetings as answers, without what a conflict hides from the caller. */
@ApplicationScoped
class MeetingAnswers {

    private final MeetingService service;

    MeetingAnswers(MeetingService service) {
        this.service = service;
    }

    Response answer(Response.ResponseBuilder response, Meeting meeting) {
        return MeetingView.answer(response, meeting, service.hidden(meeting));
    }
}
