package eu.mpf.events.session;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.Block;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventDetails;
import eu.mpf.events.event.EventMoved;
import eu.mpf.events.event.EventRepository;
import eu.mpf.events.event.EventTimes;
import eu.mpf.events.event.ProgrammeChanged;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.event.SeatsPlanned;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes and revises the sessions of a programme. */
@ApplicationScoped
@Transactional
public class SessionService {
    private final SessionRepository sessions;
    private final EventRepository events;
    private final Presentations presentations;
    private final AuditTrail audit;
    private final jakarta.enterprise.event.Event<Object> within;

    public SessionService(
            SessionRepository sessions,
            EventRepository events,
            Presentations presentations,
            AuditTrail audit,
            jakarta.enterprise.event.Event<Object> within) {
        this.sessions = sessions;
        this.events = events;
        this.presentations = presentations;
        this.audit = audit;
        this.within = within;
    }

    /** What a new session would link to in public, for somebody to follow before it is there. */
    public List<FoundLink> links(UUID eventId, SessionDetails given) {
        List<FoundLink> links = LinksOfSession.in(given).list();
        return links.isEmpty() || !events.get(eventId).isPublic() ? List.of() : links;
    }

    /** What a revision would bring to the links that the public is given, for somebody to follow before it. */
    public List<FoundLink> links(UUID id, long expectedVersion, UnaryOperator<SessionDetails> change) {
        Session session = sessions.get(id, expectedVersion);
        SessionDetails before = session.details();
        List<FoundLink> links = LinksOfSession.in(change.apply(before)).beyond(LinksOfSession.in(before));
        return links.isEmpty() || !events.get(session.eventId()).isPublic() ? List.of() : links;
    }

    public Session create(UUID eventId, SessionDetails given) {
        Event event = events.get(eventId);
        SessionDetails details = complete(event, given);
        Session session = new Session(eventId, details);
        sessions.persistAndFlush(session);
        within.fire(new SessionSeatsPlanned(eventId, session.id(), session.capacity()));
        within.fire(new ProgrammeChanged(eventId, ProgrammeChanged.What.SESSION_ADDED));
        audit.record("session.create", "session", session.id(), null, details, null);
        return session;
    }

    /** What a new session of this event will be; the key must be free in it. */
    public SessionDetails complete(Event event, SessionDetails given) {
        if (sessions.count("eventId = ?1 and key = ?2", event.id(), given.key()) > 0) {
            throw new ProblemException(
                    EventsProblem.KEY_TAKEN, "There is a session %s in this event already.".formatted(given.key()));
        }
        int next = given.position() == null ? (int) sessions.count("eventId", event.id()) + 1 : 0;
        EventDetails of = event.details();
        SessionDetails details = given.within(of.mode(), of.timeZone(), next);
        details.check(of.blocks().stream().map(Block::key).toList());
        return details;
    }

    public Session revise(UUID id, long expectedVersion, UnaryOperator<SessionDetails> change) {
        Session session = sessions.get(id, expectedVersion);
        Event event = events.get(session.eventId());
        SessionDetails before = session.details();
        SessionDetails after = change.apply(before)
                .within(session.mode(), session.timeZone(), Objects.requireNonNull(before.position()));
        after.check(event.details().blocks().stream().map(Block::key).toList());
        session.revise(after);
        sessions.flush();
        if (!Objects.equals(before.capacity(), after.capacity())) {
            within.fire(
                    session.parentId() == null
                            ? new SessionSeatsPlanned(event.id(), id, session.capacity())
                            : new SeatsPlanned(event.id(), id, session.capacity(), Map.of(), RegistrationPolicy.OPEN));
        }
        within.fire(new ProgrammeChanged(event.id(), ProgrammeChanged.What.SESSION_REVISED));
        audit.record("session.revise", "session", id, before, after, null);
        if (isKnown(event, session) && !after.looksLike(before)) {
            within.fire(new SessionChanged(event.id(), id, false, null));
        }
        return session;
    }

    /**
     * In the transaction that moves the event; its news, if anybody hears of it, tell of the sessions as well.
     *
     * @throws ProblemException 409 naming each session that was within the event and would not be any more
     */
    void onMove(@Observes EventMoved moved) {
        List<FieldError> outside = new ArrayList<>();
        for (Session session : sessions.list("eventId = ?1 order by position, id", moved.eventId())) {
            SessionDetails before = session.details();
            boolean wasWithin = session.isWithin(moved.before());
            if (session.moveBy(moved.shift())) {
                audit.record("session.move", "session", session.id(), before, session.details(), moved.reason());
            }
            if (session.isPartToCome() && wasWithin && !session.isWithin(moved.after())) {
                outside.add(outside(session, moved.after()));
            }
        }
        if (!outside.isEmpty()) {
            throw new ProblemException(
                    EventsProblem.OUTSIDE_EVENT, "Move, shorten or cancel these sessions first.", outside);
        }
        sessions.flush();
    }

    private static FieldError outside(Session session, EventTimes event) {
        SessionDetails would = session.details();
        return new FieldError(
                would.endsLocal() != null && event.hold(Objects.requireNonNull(session.startsAt()), null)
                        ? "/endsLocal"
                        : "/startsLocal",
                "session-outside",
                "session %s (%s to %s, %s) would lie outside of the event"
                        .formatted(would.key(), would.startsLocal(), would.endsLocal(), session.id()));
    }

    /** A session has taken place on its own, as a follow-up does: what was presented in it becomes facts. */
    public Session hold(UUID id, long expectedVersion) {
        Session session = sessions.get(id, expectedVersion);
        SessionStatus before = session.status();
        session.hold();
        sessions.flush();
        if (presentations.isAnyIn(id)) {
            presentations.tell(events.touch(session.eventId()), id);
        }
        audit.record("session.hold", "session", id, before, session.status(), null);
        return session;
    }

    public Session cancel(UUID id, long expectedVersion, String reason) {
        Session session = sessions.get(id, expectedVersion);
        SessionStatus before = session.status();
        session.cancel();
        sessions.flush();
        within.fire(new ProgrammeChanged(session.eventId(), ProgrammeChanged.What.SESSION_CANCELLED));
        audit.record("session.cancel", "session", id, before, session.status(), reason);
        if (events.get(session.eventId()).isPublic()) {
            within.fire(new SessionChanged(session.eventId(), id, true, reason));
        }
        return session;
    }

    private static boolean isKnown(Event event, Session session) {
        return event.isPublic() && session.status() == SessionStatus.PLANNED;
    }
}
