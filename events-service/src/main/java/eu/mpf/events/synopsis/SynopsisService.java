package eu.mpf.events.synopsis;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventFact;
import eu.mpf.events.event.EventRepository;
import eu.mpf.events.event.EventStatus;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** From the first draft to the published report. */
@ApplicationScoped
@Transactional
public class SynopsisService {
    private final SynopsisRepository synopses;
    private final SynopsisFacts facts;
    private final EventRepository events;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final DatabaseClock clock;
    private final ReportLinks reportLinks;

    public SynopsisService(
            SynopsisRepository synopses,
            SynopsisFacts facts,
            EventRepository events,
            Outbox outbox,
            AuditTrail audit,
            DatabaseClock clock,
            ReportLinks reportLinks) {
        this.synopses = synopses;
        this.facts = facts;
        this.events = events;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.reportLinks = reportLinks;
    }

    /** A new edition, as a draft, from what is recorded now. */
    public Synopsis generate(UUID eventId, String language) {
        if (!Labels.LANGUAGES.contains(language)) {
            throw ProblemException.invalid(
                    "/language", "not-available", "reports are written in one of " + Labels.LANGUAGES);
        }
        // Editions are numbered without gaps, so they are made one after the other.
        Event event = events.touch(eventId);
        Synopsis synopsis = new Synopsis(
                eventId, synopses.nextEdition(eventId), language, facts.gather(event, language), clock.now());
        synopses.persistAndFlush(synopsis);
        audit.record("synopsis.generate", "synopsis", synopsis.id(), null, SynopsisTrace.of(synopsis), null);
        return synopsis;
    }

    public Synopsis edit(UUID id, long expectedVersion, UnaryOperator<SynopsisContent> change) {
        Synopsis synopsis = synopses.get(id, expectedVersion);
        SynopsisTrace before = SynopsisTrace.of(synopsis);
        SynopsisContent said = synopsis.content();
        synopsis.edit(change.apply(said));
        synopses.flush();
        audit.record("synopsis.edit", "synopsis", id, before, SynopsisTrace.edited(synopsis, said), null);
        return synopsis;
    }

    public Synopsis review(UUID id, long expectedVersion) {
        Synopsis synopsis = synopses.get(id, expectedVersion);
        SynopsisTrace before = SynopsisTrace.of(synopsis);
        synopsis.review(clock.now());
        synopses.flush();
        audit.record("synopsis.review", "synopsis", id, before, SynopsisTrace.of(synopsis), null);
        return synopsis;
    }

    /** What the report links to, for somebody to follow once this transaction is over. */
    public List<FoundLink> links(UUID id) {
        return LinksOfSynopsis.in(synopses.get(id).content());
    }

    /**
     * @param links of the report, followed before
     * @throws ProblemException 409 naming each place, while a link is dead or has no target
     */
    public Synopsis publish(UUID id, long expectedVersion, CheckedLinks links) {
        Synopsis synopsis = synopses.get(id, expectedVersion);
        if (!synopsis.status().next().contains(SynopsisStatus.PUBLISHED)) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE,
                    "The edition is %s: it is reviewed before it is published.".formatted(synopsis.status()));
        }
        links.requireSound();
        // A consent may have been withdrawn while strangers' links were followed.
        reportLinks.checkOwn(LinksOfSynopsis.in(synopsis.content())).requireSound();
        Event event = events.touch(synopsis.eventId());
        if (!event.status().hasTakenPlace()) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE,
                    "The event is %s: it is reported on once it was held.".formatted(event.status()));
        }
        synopses.inForce(synopsis.eventId()).ifPresent(this::supersede);
        // The one in force gives way first: the unique index allows one at a time.
        synopses.flush();
        Instant now = clock.now();
        SynopsisTrace reviewed = SynopsisTrace.of(synopsis);
        synopsis.publish(now);
        EventStatus before = event.status();
        event.report();
        synopses.flush();
        outbox.publish(EventFact.outgoing(
                event,
                "synopsis.published",
                new SynopsisPublished(
                        event.id(),
                        event.key(),
                        id,
                        synopsis.edition(),
                        synopsis.language(),
                        synopsis.content().title(),
                        now)));
        audit.record("synopsis.publish", "synopsis", id, reviewed, SynopsisTrace.of(synopsis), null);
        if (before != event.status()) {
            audit.record("event.report", "event", event.id(), before, event.status(), null);
        }
        return synopsis;
    }

    private void supersede(Synopsis inForce) {
        SynopsisTrace before = SynopsisTrace.of(inForce);
        inForce.supersede();
        audit.record("synopsis.supersede", "synopsis", inForce.id(), before, SynopsisTrace.of(inForce), null);
    }
}
