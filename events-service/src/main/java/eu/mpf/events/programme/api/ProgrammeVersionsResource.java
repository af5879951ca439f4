package eu.mpf.events.programme.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.event.ProgrammeChanged;
import eu.mpf.events.programme.ProgrammeSnapshot;
import eu.mpf.events.shared.Difference;
import eu.mpf.events.shared.Differences;
import eu.mpf.events.sql.Json;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The programme as it was at each time it was public. There is none of a draft. */
@Path("/v1")
@Tag(name = "Programme")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProgrammeVersionsResource {
    private final Sql sql;
    private final Listing listing;

    public ProgrammeVersionsResource(Sql sql, Listing listing) {
        this.sql = sql;
        this.listing = listing;
    }

    /** @param what the change that led to this version */
    @Schema(name = "ProgrammeVersionSummary")
    public record Summary(UUID eventId, int number, ProgrammeChanged.What what, Instant recordedAt, int sessions) {}

    /** @param what the change that led to this version */
    @Schema(name = "ProgrammeVersion")
    public record Version(
            UUID eventId, int number, ProgrammeChanged.What what, Instant recordedAt, ProgrammeSnapshot programme) {}

    /** What changed from one version to another. */
    @Schema(name = "ProgrammeDifferences")
    public record Changes(UUID eventId, int since, int number, List<Difference> differences) {}

    @GET
    @Path("events/{eventId}/programme/versions")
    @PermitAll
    @Operation(summary = "List the versions of a programme", operationId = "listProgrammeVersions")
    public Page<Summary> list(@PathParam("eventId") UUID eventId, @BeanParam PageParams page) {
        return listing.<Summary>select(
                        "v.event_id, v.number, v.what, v.recorded_at, jsonb_array_length(v.programme -> 'sessions') AS n")
                .from("programme_version v")
                .where("v.event_id = ?", eventId)
                .sortableNotNull("number", "v.number", SortType.INTEGER)
                .idColumn("v.number", SortType.INTEGER)
                .defaultSort("number desc")
                .page(
                        page,
                        row -> new Summary(
                                eventId,
                                row.getInt("number"),
                                ProgrammeChanged.What.valueOf(row.getString("what")),
                                recordedAt(row),
                                row.getInt("n")));
    }

    @GET
    @Path("events/{eventId}/programme/versions/{number}")
    @PermitAll
    @Operation(summary = "Read a version of a programme", operationId = "getProgrammeVersion")
    public Version get(@PathParam("eventId") UUID eventId, @PathParam("number") int number) {
        return sql.first(
                        "SELECT * FROM programme_version WHERE event_id = ? AND number = ?",
                        row -> new Version(
                                eventId,
                                number,
                                ProgrammeChanged.What.valueOf(row.getString("what")),
                                recordedAt(row),
                                Json.read(row.getString("programme"), ProgrammeSnapshot.class)),
                        eventId,
                        number)
                .orElseThrow(() -> ProblemException.notFound("programme version", number));
    }

    @GET
    @Path("events/{eventId}/programme/versions/{number}/differences")
    @PermitAll
    @Operation(summary = "Read what changed between two versions", operationId = "compareProgrammeVersions")
    public Changes differences(
            @PathParam("eventId") UUID eventId,
            @PathParam("number") int number,
            @QueryParam("since") @Parameter(description = "The earlier version; the one before if not given.") @Nullable
                    Integer since) {
        int earlier = since == null ? Math.max(number - 1, 1) : since;
        return new Changes(
                eventId, earlier, number, Differences.between(programme(eventId, earlier), programme(eventId, number)));
    }

    private JsonNode programme(UUID eventId, int number) {
        return sql.first(
                        "SELECT programme FROM programme_version WHERE event_id = ? AND number = ?",
                        row -> Json.read(row.getString(1), JsonNode.class),
                        eventId,
                        number)
                .orElseThrow(() -> ProblemException.notFound("programme version", number));
    }

    private static Instant recordedAt(ResultSet row) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, "recorded_at"));
    }
}
