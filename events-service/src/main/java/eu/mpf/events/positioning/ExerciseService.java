package eu.mpf.events.positioning;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventRepository;
import eu.mpf.events.reference.KnownProject;
import eu.mpf.events.reference.KnownType;
import eu.mpf.events.reference.References;
import eu.mpf.events.session.Session;
import eu.mpf.events.session.SessionRepository;
import eu.mpf.events.sql.Json;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.time.DatabaseClock;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs positioning exercises. */
@ApplicationScoped
@Transactional
public class ExerciseService {
    private static final String TAKE = """
            INSERT INTO position (id, exercise_id, project_code, project_id, means, note, positioned_by, positioned_at)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, platform_clock())
            ON CONFLICT (exercise_id, project_code) DO UPDATE SET
              means = excluded.means, note = excluded.note, positioned_by = excluded.positioned_by,
              positioned_at = excluded.positioned_at
            RETURNING id, positioned_at
            """;

    private final ExerciseRepository exercises;
    private final EventRepository events;
    private final SessionRepository sessions;
    private final References references;
    private final Sql sql;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    public ExerciseService(
            ExerciseRepository exercises,
            EventRepository events,
            SessionRepository sessions,
            References references,
            Sql sql,
            Outbox outbox,
            AuditTrail audit,
            DatabaseClock clock) {
        this.exercises = exercises;
        this.events = events;
        this.sessions = sessions;
        this.references = references;
        this.sql = sql;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    public Exercise create(UUID sessionId, int typologyVersion) {
        Session session = sessions.findByIdOptional(sessionId)
                .orElseThrow(
                        () -> ProblemException.invalid("/sessionId", "unknown-session", "there is no such session"));
        if (exercises.count("sessionId = ?1 and typologyVersion = ?2", sessionId, typologyVersion) > 0) {
            throw new ProblemException(
                    EventsProblem.KEY_TAKEN, "The session has an exercise on this typology version already.");
        }
        Exercise exercise = new Exercise(session.eventId(), sessionId, typologyVersion);
        exercises.persistAndFlush(exercise);
        audit.record("exercise.create", "positioning-exercise", exercise.id(), null, exercise.status(), null);
        return exercise;
    }

    /**
     * @throws ProblemException 409 while the typology version has not reached this service, or while the event is a draft:
     *     what is positioned is told to everybody
     */
    public Exercise open(UUID id, long expectedVersion) {
        Exercise exercise = exercises.get(id, expectedVersion);
        types(exercise);
        Event event = events.get(exercise.eventId());
        if (!event.isPublic()) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE,
                    "The event is %s: it is published before anybody takes a position.".formatted(event.status()));
        }
        exercise.open(clock.now());
        return changed(exercise, "open", ExerciseStatus.DRAFT);
    }

    public Exercise close(UUID id, long expectedVersion) {
        Exercise exercise = exercises.get(id, expectedVersion);
        exercise.close(clock.now());
        changed(exercise, "close", ExerciseStatus.OPEN);
        outbox.publish(ExerciseFact.of("exercise.closed", exercise, tally(exercise)));
        return exercise;
    }

    public Exercise agree(UUID id, long expectedVersion, LocalizedText outcome) {
        Exercise exercise = exercises.get(id, expectedVersion);
        exercise.agree(outcome);
        changed(exercise, "agree", ExerciseStatus.CLOSED);
        outbox.publish(ExerciseFact.of("exercise.agreed", exercise, tally(exercise)));
        return exercise;
    }

    /**
     * Takes a position, or another one instead of it, while the exercise is open.
     *
     * @param organisation who speaks for the project; empty for staff who note down what the grantee said
     * @throws ProblemException 409 for an exercise that is not open or a project not known here, 403 for somebody else's
     */
    public Position take(UUID id, PositionDetails details, Optional<String> organisation) {
        Exercise exercise = exercises.next(id);
        exercise.requireOpen();
        KnownProject project = references
                .project(details.project())
                .orElseThrow(() -> new ProblemException(
                        EventsProblem.REFERENCE_UNKNOWN, "Project %s is not known here.".formatted(details.project())));
        String by = organisation.orElse(Objects.requireNonNullElse(project.lead(), "MPF"));
        if (organisation.isPresent() && !project.isOf(by)) {
            throw new ProblemException(
                    EventsProblem.NOT_YOUR_PROJECT, "%s does not take part in %s.".formatted(by, project.code()));
        }
        requireKnown(details.means(), types(exercise));
        Optional<PositionTrace> before = sql.first(
                "SELECT means, note, positioned_by FROM position WHERE exercise_id = ? AND project_code = ?",
                row -> PositionTrace.of(
                        project.code(), row.getString("means"), row.getString("note"), row.getString("positioned_by")),
                id,
                project.code());
        Position position = sql.first(
                        TAKE,
                        row -> new Position(
                                row.getObject("id", UUID.class),
                                id,
                                project.code(),
                                project.id(),
                                details.means(),
                                details.note(),
                                by,
                                Objects.requireNonNull(Sql.instant(row, "positioned_at"))),
                        Ids.next(),
                        id,
                        project.code(),
                        project.id(),
                        Json.write(details.means()),
                        details.note(),
                        by)
                .orElseThrow();
        outbox.publish(ExerciseFact.outgoing(exercise, "project.positioned", ProjectPositioned.of(exercise, position)));
        audit.record(
                "exercise.position",
                "positioning-exercise",
                id,
                before.orElse(null),
                PositionTrace.of(project.code(), Json.write(details.means()), details.note(), by),
                null);
        return position;
    }

    /** The figures as they are now. */
    public Tally tally(Exercise exercise) {
        return Tally.of(
                references.typology(exercise.typologyVersion()).orElse(List.of()),
                sql.list(
                        "SELECT means FROM position WHERE exercise_id = ?",
                        row -> Json.texts(row.getString(1)),
                        exercise.id()));
    }

    private List<KnownType> types(Exercise exercise) {
        return references
                .typology(exercise.typologyVersion())
                .orElseThrow(() -> new ProblemException(
                        EventsProblem.REFERENCE_UNKNOWN,
                        "Version %d of the typology has not been published yet, or not reached this service."
                                .formatted(exercise.typologyVersion())));
    }

    private static void requireKnown(List<String> means, List<KnownType> types) {
        Set<String> codes = types.stream()
                .filter(type -> !type.retired())
                .map(KnownType::code)
                .collect(Collectors.toSet());
        for (int i = 0; i < means.size(); i++) {
            if (!codes.contains(means.get(i))) {
                throw ProblemException.invalid(
                        "/means/%d".formatted(i), "unknown-type", "is no type of this typology version");
            }
        }
    }

    private Exercise changed(Exercise exercise, String verb, ExerciseStatus before) {
        exercises.flush();
        audit.record("exercise." + verb, "positioning-exercise", exercise.id(), before, exercise.status(), null);
        return exercise;
    }
}
