package eu.mpf.events.session;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.EventRepository;
import eu.mpf.events.event.ProgrammeChanged;
import eu.mpf.events.person.PersonDetails;
import eu.mpf.events.person.PersonRepository;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records who contributed what. */
@ApplicationScoped
@Transactional
public class ContributionService {
    private final ContributionRepository contributions;
    private final SessionRepository sessions;
    private final EventRepository events;
    private final PersonRepository people;
    private final Presentations presentations;
    private final Sql sql;
    private final AuditTrail audit;
    private final jakarta.enterprise.event.Event<Object> within;

    public ContributionService(
            ContributionRepository contributions,
            SessionRepository sessions,
            EventRepository events,
            PersonRepository people,
            Presentations presentations,
            Sql sql,
            AuditTrail audit,
            jakarta.enterprise.event.Event<Object> within) {
        this.contributions = contributions;
        this.sessions = sessions;
        this.events = events;
        this.people = people;
        this.presentations = presentations;
        this.sql = sql;
        this.audit = audit;
        this.within = within;
    }

    public Contribution add(UUID sessionId, ContributionDetails given) {
        Session session = sessions.get(sessionId);
        Contribution contribution = new Contribution(sessionId, freeze(sessionId, given));
        contributions.persistAndFlush(contribution);
        tellIfHeld(session, contribution.projectCode());
        within.fire(new ProgrammeChanged(session.eventId(), ProgrammeChanged.What.CONTRIBUTION_ADDED));
        audit.record(
                "contribution.add", "contribution", contribution.id(), null, ContributionTrace.of(contribution), null);
        return contribution;
    }

    public Contribution revise(
            UUID sessionId, UUID id, long expectedVersion, UnaryOperator<ContributionDetails> change) {
        Contribution contribution = contributions.get(sessionId, id);
        Versions.check(expectedVersion, contribution.version());
        ContributionTrace before = ContributionTrace.of(contribution);
        String project = contribution.projectCode();
        ContributionDetails recorded = contribution.details();
        contribution.revise(freeze(sessionId, change.apply(recorded).correctedFrom(recorded)));
        contributions.flush();
        Session session = sessions.get(sessionId);
        if (!Objects.equals(project, contribution.projectCode())) {
            tellIfHeld(session, contribution.projectCode());
        }
        within.fire(new ProgrammeChanged(session.eventId(), ProgrammeChanged.What.CONTRIBUTION_REVISED));
        audit.record(
                "contribution.revise",
                "contribution",
                id,
                before,
                ContributionTrace.revised(contribution, recorded),
                null);
        return contribution;
    }

    /** @throws ProblemException 409 once the session has taken place: what was said was said */
    public void remove(UUID sessionId, UUID id, long expectedVersion) {
        Contribution contribution = contributions.get(sessionId, id);
        Versions.check(expectedVersion, contribution.version());
        Session session = sessions.get(sessionId);
        if (session.status() == SessionStatus.HELD) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE, "The session has taken place: correct the contribution instead.");
        }
        contributions.delete(contribution);
        contributions.flush();
        within.fire(new ProgrammeChanged(session.eventId(), ProgrammeChanged.What.CONTRIBUTION_REMOVED));
        audit.record("contribution.remove", "contribution", id, ContributionTrace.of(contribution), null, null);
    }

    private ContributionDetails freeze(UUID sessionId, ContributionDetails given) {
        PersonDetails person = people.findByIdOptional(given.personId())
                .orElseThrow(() -> ProblemException.invalid("/personId", "unknown-person", "there is no such person"))
                .details();
        String organisation = given.organisation() == null || given.organisationName() != null
                ? null
                : sql.first(
                                "SELECT name FROM known_organisation WHERE code = ?",
                                r -> r.getString(1),
                                given.organisation())
                        .orElse(null);
        int next = given.position() == null ? (int) contributions.count("sessionId", sessionId) + 1 : 0;
        return given.completed(next, person.honorific(), person.name(), organisation);
    }

    /** A late entry of something that has been presented already is a fact at once. */
    private void tellIfHeld(Session session, @Nullable String projectCode) {
        if (projectCode == null) {
            return;
        }
        if (session.status() == SessionStatus.HELD) {
            presentations.tell(events.touch(session.eventId()), session.id(), projectCode);
        }
    }
}
