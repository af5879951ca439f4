package eu.mpf.events.mention;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.EventsProblem;
import eu.mpf.events.sql.Json;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Names in free text. Questions and feedback are nobody's in particular (who asked or answered is not kept): a whole name
 * is withheld there at once. For everything else somebody answers: an editor gets a list of places to look at.
 */
@ApplicationScoped
@Transactional
public class MentionService {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PAGE = 200;

    private final Sql sql;
    private final AuditTrail audit;

    MentionService(Sql sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * @param withheld questions and feedback in which the name stood
     * @param noted places for an editor
     */
    public record Outcome(int withheld, int noted) {}

    /** A text with a name in it. */
    public record Place(FreeText kind, UUID objectId, UUID eventId, String pointer, NamesInText.Found found) {}

    private record Source(UUID id, UUID event, JsonNode content) {}

    /**
     * @param spellings all the person has been known under
     * @param events in which the person took part: there a part of the name is telling
     */
    public List<Place> find(Collection<String> spellings, Collection<UUID> events) {
        NamesInText names = new NamesInText(spellings);
        List<Place> places = new ArrayList<>();
        if (names.isNobody()) {
            return places;
        }
        for (FreeText kind : FreeText.values()) {
            List<Source> page = page(kind, BEFORE_ALL);
            while (!page.isEmpty()) {
                page.forEach(source -> FreeText.each(
                        source.content(),
                        (pointer, text) -> names.in(text).stream()
                                .filter(name ->
                                        name.certainty() == Certainty.WHOLE_NAME || events.contains(source.event()))
                                .map(name -> new Place(kind, source.id(), source.event(), pointer, name))
                                .forEach(places::add)));
                page = page.size() < PAGE
                        ? List.of()
                        : page(kind, page.getLast().id());
            }
        }
        return places;
    }

    private List<Source> page(FreeText kind, UUID after) {
        return sql.list(
                kind.page(),
                row -> new Source(
                        row.getObject("id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        Json.read(row.getString("content"), JsonNode.class)),
                after);
    }

    /** Before the names themselves are erased, in the same transaction. */
    public Outcome withhold(Collection<String> spellings, Collection<UUID> events) {
        NamesInText names = new NamesInText(spellings);
        int withheld = 0;
        for (Place place : find(spellings, events)) {
            if (place.found().certainty() == Certainty.WHOLE_NAME) {
                withheld += blank(place, names);
            }
        }
        int noted = 0;
        for (Place place : find(spellings, events)) {
            noted += note(place);
        }
        return new Outcome(withheld, noted);
    }

    /** What moderators and editors wrote about a question stays for them to look at. */
    private int blank(Place place, NamesInText names) {
        if (place.kind() == FreeText.QUESTION && place.pointer().equals("/text")) {
            String text = sql.first(
                            "SELECT text FROM question WHERE id = ? FOR UPDATE",
                            row -> row.getString(1),
                            place.objectId())
                    .orElseThrow();
            return sql.update(
                    "UPDATE question SET text = ?, version = version + 1 WHERE id = ? AND text <> ?",
                    names.withheldIn(text),
                    place.objectId(),
                    names.withheldIn(text));
        }
        return place.kind() == FreeText.FEEDBACK ? blankFeedback(place.objectId(), names) : 0;
    }

    private int blankFeedback(UUID session, NamesInText names) {
        record Comments(String all, String shown) {}
        Comments comments = sql.first(
                        "SELECT comments::text, shown_comments::text FROM session_feedback WHERE session_id = ? FOR UPDATE",
                        row -> new Comments(row.getString(1), row.getString(2)),
                        session)
                .orElseThrow();
        return sql.update(
                "UPDATE session_feedback SET comments = CAST(? AS jsonb), shown_comments = CAST(? AS jsonb)"
                        + " WHERE session_id = ? AND comments <> CAST(? AS jsonb)",
                withheld(comments.all(), names),
                withheld(comments.shown(), names),
                session,
                withheld(comments.all(), names));
    }

    private static String withheld(String comments, NamesInText names) {
        return Json.write(Json.texts(comments).stream().map(names::withheldIn).toList());
    }

    private int note(Place place) {
        return sql.update(
                """
                INSERT INTO name_mention
                  (id, kind, object_id, event_id, pointer, start_at, length, certainty, status, found_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', platform_clock(), 0)
                ON CONFLICT (kind, object_id, pointer, start_at) WHERE status = 'OPEN' DO NOTHING""",
                Ids.next(),
                place.kind(),
                place.objectId(),
                place.eventId(),
                place.pointer(),
                place.found().start(),
                place.found().end() - place.found().start(),
                place.found().certainty());
    }

    /** @throws ProblemException 404; 412; 409 if it is settled already */
    public void settle(UUID id, long expectedVersion, MentionStatus outcome, String reason) {
        record Now(MentionStatus status, long version) {}
        Now now = sql.first(
                        "SELECT status, version FROM name_mention WHERE id = ? FOR UPDATE",
                        row -> new Now(MentionStatus.valueOf(row.getString(1)), row.getLong(2)),
                        id)
                .orElseThrow(() -> ProblemException.notFound("mention", id));
        Versions.check(expectedVersion, now.version());
        if (!now.status().next().contains(outcome)) {
            throw new ProblemException(EventsProblem.STEP_NOT_POSSIBLE, "This is settled: " + now.status() + ".");
        }
        sql.update(
                "UPDATE name_mention SET status = ?, settled_at = platform_clock(), version = version + 1 WHERE id = ?",
                outcome,
                id);
        audit.record("name-mention.settle", "name-mention", id, now.status(), outcome, reason);
    }
}
