package eu.mpf.events.followup;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventFact;
import eu.mpf.events.event.EventMode;
import eu.mpf.events.event.EventRepository;
import eu.mpf.events.event.ProgrammeChanged;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.event.SeatsPlanned;
import eu.mpf.events.question.QuestionService;
import eu.mpf.events.session.Session;
import eu.mpf.events.session.SessionDetails;
import eu.mpf.events.session.SessionKind;
import eu.mpf.events.session.SessionRepository;
import eu.mpf.events.session.SessionService;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Plans the session after the session: seats of its own, the old audience first, open questions taken along. */
@ApplicationScoped
@Transactional
public class FollowUpService {
    private final SessionRepository sessions;
    private final SessionService programme;
    private final EventRepository events;
    private final QuestionService questions;
    private final Invitations invitations;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final jakarta.enterprise.event.Event<Object> within;

    public FollowUpService(
            SessionRepository sessions,
            SessionService programme,
            EventRepository events,
            QuestionService questions,
            Invitations invitations,
            Outbox outbox,
            AuditTrail audit,
            jakarta.enterprise.event.Event<Object> within) {
        this.sessions = sessions;
        this.programme = programme;
        this.events = events;
        this.questions = questions;
        this.invitations = invitations;
        this.outbox = outbox;
        this.audit = audit;
        this.within = within;
    }

    /** @throws ProblemException 409 for an event that is not public, or for a follow-up of a follow-up's parent's kind */
    public Session plan(UUID parentId, FollowUpDetails details) {
        Session parent = sessions.get(parentId);
        Event event = events.touch(parent.eventId());
        if (!event.status().isOn()) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE, "The event is %s: nothing follows it.".formatted(event.status()));
        }
        Session planned = new Session(
                parent,
                programme.complete(event, session(details, parent)),
                details.invitedUntil(),
                !Boolean.FALSE.equals(details.carryConsent()));
        sessions.persistAndFlush(planned);
        within.fire(new SeatsPlanned(event.id(), planned.id(), planned.capacity(), Map.of(), RegistrationPolicy.OPEN));
        int carried =
                Boolean.FALSE.equals(details.carryQuestions()) ? 0 : questions.carryOverOpen(parentId, planned.id());
        int invited = invitations.send(parentId, planned);
        within.fire(new ProgrammeChanged(event.id(), ProgrammeChanged.What.FOLLOW_UP_PLANNED));
        outbox.publish(EventFact.outgoing(
                event, "session.follow-up-planned", fact(event, parentId, planned, details, invited, carried)));
        audit.record(
                "follow-up.plan",
                "session",
                planned.id(),
                null,
                Map.of("parent", parentId.toString(), "invited", invited, "questions", carried),
                null);
        return planned;
    }

    private static SessionDetails session(FollowUpDetails details, Session parent) {
        return new SessionDetails(
                details.key(),
                null,
                null,
                SessionKind.FOLLOW_UP,
                details.title(),
                null,
                details.mode() == null ? EventMode.ONLINE : details.mode(),
                details.timeZone() == null ? parent.timeZone() : details.timeZone(),
                details.startsLocal(),
                details.endsLocal(),
                details.capacity(),
                null,
                null,
                null,
                null,
                null,
                parent.details().languages(),
                parent.details().interpretation());
    }

    private static FollowUpPlanned fact(
            Event event, UUID parentId, Session planned, FollowUpDetails details, int invited, int carried) {
        return new FollowUpPlanned(
                event.id(),
                event.key(),
                planned.id(),
                parentId,
                details.key(),
                planned.title(),
                planned.mode(),
                planned.timeZone(),
                planned.startsAt(),
                planned.endsAt(),
                planned.invitedUntil(),
                invited,
                carried);
    }
}
