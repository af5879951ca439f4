package eu.mpf.events.synopsis;

import eu.mpf.events.event.Block;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventDetails;
import eu.mpf.events.feedback.FeedbackResults;
import eu.mpf.events.feedback.FeedbackService;
import eu.mpf.events.positioning.Exercise;
import eu.mpf.events.positioning.ExerciseRepository;
import eu.mpf.events.positioning.ExerciseService;
import eu.mpf.events.positioning.ExerciseStatus;
import eu.mpf.events.positioning.Tally;
import eu.mpf.events.sql.Json;
import eu.mpf.events.synopsis.SynopsisContent.Call;
import eu.mpf.events.synopsis.SynopsisContent.Handout;
import eu.mpf.events.synopsis.SynopsisContent.Part;
import eu.mpf.events.synopsis.SynopsisContent.Positioning;
import eu.mpf.events.synopsis.SynopsisContent.Project;
import eu.mpf.events.synopsis.SynopsisContent.Question;
import eu.mpf.events.synopsis.SynopsisContent.Score;
import eu.mpf.events.synopsis.SynopsisContent.Section;
import eu.mpf.events.synopsis.SynopsisContent.Speaker;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes the first draft of a report from what was recorded of the event. */
@ApplicationScoped
public class SynopsisFacts {
    private static final String SESSIONS = """
            SELECT s.id, s.block, s.title, s.starts_local, s.question_topics, s.feedback_note, m.points,
                   s.call_key, k.title AS call_title, k.deadline_at, k.funds
            FROM session s
            LEFT JOIN minutes m ON m.session_id = s.id
            LEFT JOIN known_call k ON k.key = s.call_key
            WHERE s.event_id = ? AND s.parent_session_id IS NULL AND s.status <> 'CANCELLED'
            ORDER BY s.position, s.id
            """;
    private static final String SPEAKERS = """
            SELECT c.session_id, c.role, c.honorific, c.name, c.post, c.unit,
                   coalesce(c.organisation_name, o.name, c.organisation_code) AS organisation,
                   c.project_code, coalesce(t.label, c.type_code) AS type, p.acronym, p.title AS project_title
            FROM contribution c
            JOIN session s ON s.id = c.session_id
            LEFT JOIN known_organisation o ON o.code = c.organisation_code
            LEFT JOIN known_project p ON p.code = c.project_code
            LEFT JOIN LATERAL (
              SELECT coalesce(x.type -> 'name' ->> 'en', x.type ->> 'name') AS label
              FROM known_typology k, jsonb_array_elements(k.types) AS x (type)
              WHERE x.type ->> 'code' = c.type_code ORDER BY k.version LIMIT 1) t ON true
            WHERE s.event_id = ? ORDER BY c.session_id, c.position, c.id
            """;
    private static final String QUESTIONS = """
            SELECT q.session_id, q.text, q.answer, q.votes FROM question q JOIN session s ON s.id = q.session_id
            WHERE s.event_id = ? AND s.parent_session_id IS NULL AND q.status IN ('APPROVED', 'ANSWERED')
            ORDER BY q.session_id, q.votes DESC, q.id
            """;

    private static final String MATERIALS = """
            SELECT m.session_id, m.id, m.kind, m.title FROM material m JOIN session s ON s.id = m.session_id
            WHERE s.event_id = ? AND m.consent = 'GIVEN'
              AND (m.embargo_until IS NULL OR m.embargo_until <= platform_clock())
            ORDER BY m.session_id, m.id
            """;

    private final Sql sql;
    private final String publicUrl;
    private final FeedbackService feedback;
    private final ExerciseRepository exercises;
    private final ExerciseService positioning;

    public SynopsisFacts(
            Sql sql,
            FeedbackService feedback,
            ExerciseRepository exercises,
            ExerciseService positioning,
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.publicUrl = publicUrl;
        this.feedback = feedback;
        this.exercises = exercises;
        this.positioning = positioning;
    }

    private record Contributed(
            UUID session, Speaker speaker, @Nullable Project project) {}

    private record Asked(UUID session, Question question) {}

    /** @param language in which the report is written; texts not there in it come in English or the first there is */
    SynopsisContent gather(Event event, String language) {
        Labels labels = Labels.in(language);
        Phrases phrases = new Phrases(labels);
        List<Locale> in = List.of(Locale.forLanguageTag(language));
        Map<UUID, List<Score>> scores = feedback(event.id());
        Map<UUID, List<Handout>> materials = materials(event.id(), in, labels);
        List<Contributed> contributed = sql.list(SPEAKERS, row -> contributed(row, in, phrases), event.id());
        List<Asked> asked = sql.list(QUESTIONS, SynopsisFacts::asked, event.id());
        Map<String, List<Section>> byBlock = new LinkedHashMap<>();
        sql.list(
                SESSIONS,
                row -> {
                    byBlock.computeIfAbsent(
                                    Objects.requireNonNullElse(row.getString("block"), ""), any -> new ArrayList<>())
                            .add(section(row, in, phrases, contributed, asked, scores, materials));
                    return true;
                },
                event.id());
        EventDetails details = event.details();
        List<Part> parts = new ArrayList<>();
        for (Block block : Objects.requireNonNull(details.blocks())) {
            parts.add(new Part(block.title().get(in), byBlock.getOrDefault(block.key(), List.of())));
        }
        if (byBlock.containsKey("")) {
            parts.add(new Part(labels.of(parts.isEmpty() ? "part.programme" : "part.further"), byBlock.get("")));
        }
        return new SynopsisContent(
                details.title().get(in),
                phrases.when(event),
                phrases.introduction(event, parts),
                parts,
                positioning(event, in),
                new NextSteps(sql, labels).of(event),
                List.of());
    }

    /** Means of what was scored, by session. */
    private Map<UUID, List<Score>> feedback(UUID eventId) {
        Map<UUID, List<Score>> scores = new LinkedHashMap<>();
        for (FeedbackResults results : feedback.resultsOf(eventId)) {
            scores.put(
                    results.sessionId(),
                    results.scores().stream()
                            .filter(score -> score.mean() != null)
                            .map(score ->
                                    new Score(score.criterion(), Objects.requireNonNull(score.mean()), score.answers()))
                            .toList());
        }
        return scores;
    }

    /** What the public may have today, by session. */
    private Map<UUID, List<Handout>> materials(UUID eventId, List<Locale> in, Labels labels) {
        Map<UUID, List<Handout>> materials = new LinkedHashMap<>();
        sql.list(
                MATERIALS,
                row -> {
                    UUID session = row.getObject("session_id", UUID.class);
                    return materials
                            .computeIfAbsent(session, any -> new ArrayList<>())
                            .add(new Handout(
                                    Json.text(row.getString("title")).get(in),
                                    labels.of("material." + row.getString("kind")),
                                    "%s/v1/sessions/%s/materials/%s/content"
                                            .formatted(publicUrl, session, row.getString("id"))));
                },
                eventId);
        return materials;
    }

    private @Nullable Positioning positioning(Event event, List<Locale> in) {
        // What was agreed counts before what was only closed; one that was never opened says nothing. Then the newest.
        return exercises.list("eventId = ?1 and status <> ?2", event.id(), ExerciseStatus.DRAFT).stream()
                .max(Comparator.comparing(Exercise::status).thenComparing(Exercise::id))
                .map(exercise -> {
                    Tally tally = positioning.tally(exercise);
                    LocalizedText outcome = exercise.outcome();
                    return new Positioning(
                            exercise.typologyVersion(),
                            tally.projects(),
                            tally.severalMeans(),
                            tally.counts(),
                            outcome == null ? null : outcome.get(in));
                })
                .orElse(null);
    }

    private static Section section(
            ResultSet row,
            List<Locale> in,
            Phrases phrases,
            List<Contributed> contributed,
            List<Asked> asked,
            Map<UUID, List<Score>> scores,
            Map<UUID, List<Handout>> materials)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String points = row.getString("points");
        LocalizedText feedback = Json.optionalText(row.getString("feedback_note"));
        LocalDateTime starts = row.getObject("starts_local", LocalDateTime.class);
        return new Section(
                Json.text(row.getString("title")).get(in),
                starts == null ? null : Phrases.time(starts),
                contributed.stream()
                        .filter(c -> c.session().equals(id))
                        .map(Contributed::speaker)
                        .toList(),
                points == null ? List.of() : Phrases.sentences(Json.texts(points)),
                contributed.stream()
                        .filter(c -> c.session().equals(id))
                        .map(Contributed::project)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                call(row, in, phrases),
                asked.stream()
                        .filter(a -> a.session().equals(id))
                        .map(Asked::question)
                        .toList(),
                Phrases.sentences(Json.texts(row.getString("question_topics"))),
                feedback == null ? null : Phrases.capital(feedback.get(in)),
                scores.getOrDefault(id, List.of()),
                materials.getOrDefault(id, List.of()));
    }

    private static @Nullable Call call(ResultSet row, List<Locale> in, Phrases phrases) throws SQLException {
        String key = row.getString("call_key");
        if (key == null) {
            return null;
        }
        LocalizedText title = Json.optionalText(row.getString("call_title"));
        Instant deadline = Sql.instant(row, "deadline_at");
        String funds = row.getString("funds");
        return new Call(
                key,
                title == null ? null : title.get(in),
                deadline == null ? null : phrases.deadline(deadline),
                funds == null ? List.of() : phrases.funds(funds));
    }

    private static Contributed contributed(ResultSet row, List<Locale> in, Phrases phrases) throws SQLException {
        String code = row.getString("project_code");
        LocalizedText title = Json.optionalText(row.getString("project_title"));
        String acronym = row.getString("acronym");
        String honorific = row.getString("honorific");
        String unit = row.getString("unit");
        String post = row.getString("post");
        return new Contributed(
                row.getObject("session_id", UUID.class),
                new Speaker(
                        phrases.role(row.getString("role")),
                        honorific == null ? row.getString("name") : honorific + " " + row.getString("name"),
                        unit == null ? post : post == null ? unit : post + ", " + unit,
                        row.getString("organisation")),
                code == null
                        ? null
                        : new Project(
                                acronym == null || Texts.isBlank(acronym) ? code : acronym,
                                title == null ? null : title.get(in),
                                row.getString("type")));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("session_id", UUID.class),
                new Question(row.getString("text"), row.getString("answer"), row.getInt("votes")));
    }
}
