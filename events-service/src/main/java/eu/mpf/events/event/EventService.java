package eu.mpf.events.event;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.series.SeriesRepository;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What organisers do with an event. */
@ApplicationScoped
@Transactional
public class EventService {
    private final EventRepository events;
    private final SeriesRepository series;
    private final LinksOfProgramme links;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final jakarta.enterprise.event.Event<Object> within;

    public EventService(
            EventRepository events,
            SeriesRepository series,
            LinksOfProgramme links,
            Outbox outbox,
            AuditTrail audit,
            jakarta.enterprise.event.Event<Object> within) {
        this.events = events;
        this.series = series;
        this.links = links;
        this.outbox = outbox;
        this.audit = audit;
        this.within = within;
    }

    public Event create(EventDetails details) {
        String of = details.series();
        if (of != null && series.withKey(of).isEmpty()) {
            throw ProblemException.invalid("/series", "unknown-series", "there is no series " + of);
        }
        if (events.count("key", details.key()) > 0) {
            throw new ProblemException(
                    EventsProblem.KEY_TAKEN, "There is an event %s already.".formatted(details.key()));
        }
        Event event = new Event(details.checked());
        events.persistAndFlush(event);
        planSeats(event);
        audit.record("event.create", "event", event.id(), null, event.details(), null);
        return event;
    }

    /**
     * A draft that is moved takes its sessions along, as {@link #reschedule} does.
     *
     * @throws ProblemException 409 naming the sessions, or the window of registration, that would lie outside of the event
     */
    public Event revise(UUID id, long expectedVersion, UnaryOperator<EventDetails> change) {
        Event event = events.get(id, expectedVersion);
        EventDetails before = event.details();
        EventDetails after = change.apply(before).checked();
        EventTimes times = event.times();
        event.revise(after);
        events.flush();
        move(event, times, before.registration(), null);
        if (!after.categoryLimits().equals(before.categoryLimits())
                || !Objects.equals(after.capacity(), before.capacity())) {
            planSeats(event);
        }
        within.fire(new ProgrammeChanged(id, ProgrammeChanged.What.EVENT_REVISED));
        audit.record("event.revise", "event", id, before, after, null);
        if (event.isPublic() && !after.looksLike(before)) {
            within.fire(new EventChanged(id, EventChanged.Kind.REVISED, null));
        }
        return event;
    }

    /** What the programme links to, for somebody to follow before it is published. */
    public List<FoundLink> links(UUID id) {
        return links.of(events.get(id));
    }

    /** What a revision would bring to the links that the public is given, for somebody to follow before it. */
    public List<FoundLink> links(UUID id, long expectedVersion, UnaryOperator<EventDetails> change) {
        Event event = events.get(id, expectedVersion);
        EventDetails before = event.details();
        return event.isPublic()
                ? LinksOfProgramme.in(change.apply(before)).beyond(LinksOfProgramme.in(before))
                : List.of();
    }

    /**
     * @param checked the programme's links, followed before
     * @throws ProblemException 409 naming each place, while a link is dead or has no target
     */
    public Event publish(UUID id, long expectedVersion, CheckedLinks checked) {
        Event event = events.get(id, expectedVersion);
        EventStatus before = event.status();
        event.publish();
        checked.requireSound();
        tell(event, "publish", "event.published", before, null);
        within.fire(new ProgrammeChanged(id, ProgrammeChanged.What.PUBLISHED));
        within.fire(new EventPublished(id));
        return event;
    }

    /**
     * Sessions with times of their own move along; follow-ups have days of their own.
     *
     * @throws ProblemException 409 naming the sessions, or the window of registration, that would lie outside of the event
     */
    public Event reschedule(UUID id, long expectedVersion, EventTimes times, boolean confirmed, String reason) {
        Event event = events.get(id, expectedVersion);
        EventTimes before = event.times();
        event.reschedule(times, confirmed);
        events.flush();
        move(event, before, event.policy(), reason);
        outbox.publish(EventFact.of(event, "event.rescheduled", reason));
        within.fire(new ProgrammeChanged(id, ProgrammeChanged.What.RESCHEDULED));
        audit.record("event.reschedule", "event", id, before, times, reason);
        within.fire(new EventChanged(id, EventChanged.Kind.MOVED, reason));
        return event;
    }

    public Event cancel(UUID id, long expectedVersion, String reason) {
        Event event = events.get(id, expectedVersion);
        EventStatus before = event.status();
        event.cancel();
        if (before == EventStatus.DRAFT) {
            // Nobody outside has heard of it, so there is nothing to take back.
            audit.record("event.cancel", "event", id, before, event.status(), reason);
            events.flush();
            return event;
        }
        tell(event, "cancel", "event.cancelled", before, reason);
        within.fire(new EventChanged(id, EventChanged.Kind.CANCELLED, reason));
        within.fire(new ProgrammeChanged(id, ProgrammeChanged.What.CANCELLED));
        return event;
    }

    /** The event has taken place: its presentations become facts. */
    public Event hold(UUID id, long expectedVersion) {
        Event event = events.get(id, expectedVersion);
        EventStatus before = event.status();
        event.hold();
        tell(event, "hold", "event.held", before, null);
        within.fire(new EventHeld(event));
        return event;
    }

    private void move(Event event, EventTimes before, RegistrationPolicy policy, @Nullable String reason) {
        EventTimes after = event.times();
        requireWindowWithin(after, event.policy(), before, policy);
        if (!after.equals(before)) {
            within.fire(new EventMoved(event.id(), before, after, Shift.between(before, after), reason));
        }
    }

    /**
     * A window of registration that ended with the event at the latest still does. Windows that were wider before are left
     * alone.
     */
    private static void requireWindowWithin(
            EventTimes after, RegistrationPolicy policy, EventTimes before, RegistrationPolicy policyBefore) {
        if (!policy.endsBy(after.endsAt()) && policyBefore.endsBy(before.endsAt())) {
            throw new ProblemException(
                    EventsProblem.OUTSIDE_EVENT,
                    "Registration would go on when the event is over. Change its window first.",
                    List.of(new FieldError(
                            policy.opensAt() != null && policy.opensAt().isAfter(after.endsAt())
                                    ? "/registration/opensAt"
                                    : "/registration/closesAt",
                            "outside-event",
                            "lies behind the end of the event, " + after.endsAt())));
        }
    }

    private Event tell(Event event, String verb, String fact, EventStatus before, @Nullable String reason) {
        events.flush();
        outbox.publish(EventFact.of(event, fact, reason));
        audit.record("event." + verb, "event", event.id(), before, event.status(), reason);
        return event;
    }

    private void planSeats(Event event) {
        EventDetails details = event.details();
        within.fire(new SeatsPlanned(
                event.id(), event.id(), details.capacity(), details.categoryLimits(), details.registration()));
    }
}
