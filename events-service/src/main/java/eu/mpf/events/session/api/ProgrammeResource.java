package eu.mpf.events.session.api;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.event.Block;
import eu.mpf.events.session.api.ProgrammeView.ProgrammeBlock;
import eu.mpf.events.session.api.ProgrammeView.ProgrammeSession;
import eu.mpf.events.sql.Json;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The programme as a whole, in three statements whatever its length. */
@Path("/v1")
@Tag(name = "Programme", description = "The published programme, its versions and what changed.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProgrammeResource {
    private final Sql sql;
    private final SessionReader reader;

    public ProgrammeResource(Sql sql, SessionReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    private record Head(LocalizedText title, List<Block> blocks) {}

    @GET
    @Path("events/{eventId}/programme")
    @PermitAll
    @Operation(summary = "Read the programme", operationId = "getProgramme")
    public ProgrammeView get(@PathParam("eventId") UUID eventId) {
        Head head = sql.first(
                        "SELECT e.title, e.blocks FROM event e WHERE e.id = ? AND " + reader.visible(),
                        row -> new Head(
                                Json.text(row.getString("title")),
                                Json.read(row.getString("blocks"), new TypeReference<List<Block>>() {})),
                        eventId)
                .orElseThrow(() -> ProblemException.notFound("event", eventId));
        List<SessionView> sessions = sql.list(
                "SELECT %s FROM session s WHERE s.event_id = ? ORDER BY s.position, s.id"
                        .formatted(SessionView.COLUMNS),
                SessionView::of,
                eventId);
        Map<UUID, List<ContributionView>> contributions = sql
                .list(
                        "SELECT %s FROM %s WHERE s.event_id = ? ORDER BY c.position, c.id"
                                .formatted(ContributionView.COLUMNS, ContributionView.FROM),
                        ContributionView::of,
                        eventId)
                .stream()
                .collect(Collectors.groupingBy(ContributionView::sessionId));
        List<ProgrammeBlock> blocks = new ArrayList<>();
        for (Block block : head.blocks()) {
            blocks.add(block(block.key(), block.title(), sessions, contributions));
        }
        ProgrammeBlock rest = block(null, null, sessions, contributions);
        if (!rest.sessions().isEmpty()) {
            blocks.add(rest);
        }
        return new ProgrammeView(eventId, head.title(), blocks);
    }

    private static ProgrammeBlock block(
            @Nullable String key,
            @Nullable LocalizedText title,
            List<SessionView> sessions,
            Map<UUID, List<ContributionView>> contributions) {
        return new ProgrammeBlock(
                key,
                title,
                sessions.stream()
                        .filter(session -> Objects.equals(session.block(), key))
                        .map(session ->
                                new ProgrammeSession(session, contributions.getOrDefault(session.id(), List.of())))
                        .toList());
    }
}
