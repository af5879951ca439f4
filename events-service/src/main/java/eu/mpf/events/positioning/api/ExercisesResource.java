package eu.mpf.events.positioning.api;

import eu.mpf.events.positioning.Exercise;
import eu.mpf.events.positioning.ExerciseService;
import eu.mpf.events.positioning.ExerciseStatus;
import eu.mpf.events.positioning.Position;
import eu.mpf.events.positioning.PositionDetails;
import eu.mpf.events.session.api.SessionReader;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.events.sql.Json;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.MaxLength;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Positioning exercises: where grantees see their projects in the typology. */
@Path("/v1")
@Tag(name = "Positioning", description = "Exercises in which grantees place their projects in the typology.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ExercisesResource {
    private final ExerciseService service;
    private final SessionReader sessions;
    private final Listing listing;
    private final Sql sql;
    private final Caller caller;

    public ExercisesResource(ExerciseService service, SessionReader sessions, Listing listing, Sql sql, Caller caller) {
        this.service = service;
        this.sessions = sessions;
        this.listing = listing;
        this.sql = sql;
        this.caller = caller;
    }

    @Schema(name = "NewPositioningExercise")
    public record NewExercise(
            @NotNull UUID sessionId, @NotNull @Min(1) Integer typologyVersion) {}

    @Schema(name = "AgreedOutcome")
    public record Agreed(@NotNull @MaxLength(5_000) LocalizedText outcome) {}

    @GET
    @Path("positioning-exercises")
    @PermitAll
    @Operation(summary = "List positioning exercises", operationId = "listPositioningExercises")
    public Page<ExerciseView> list(
            @QueryParam("eventId") @Nullable UUID eventId,
            @QueryParam("sessionId") @Nullable UUID sessionId,
            @QueryParam("status") @Nullable List<ExerciseStatus> status,
            @BeanParam PageParams page) {
        return listing.<ExerciseView>select("x.*")
                .from("positioning_exercise x JOIN event e ON e.id = x.event_id")
                .where(sessions.visible())
                .whereIf(eventId != null, "x.event_id = ?", eventId)
                .whereIf(sessionId != null, "x.session_id = ?", sessionId)
                .whereIf(status != null && !status.isEmpty(), "x.status = ANY (?)", status)
                .sortableNotNull("createdAt", "x.created_at", SortType.INSTANT)
                .idColumn("x.id")
                .defaultSort("createdAt desc")
                .page(page, ExerciseView::of);
    }

    @POST
    @Path("positioning-exercises")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Prepare an exercise for a session", operationId = "createPositioningExercise")
    @APIResponseSchema(value = ExerciseView.class, responseCode = "201")
    public Response create(@NotNull @Valid NewExercise exercise) {
        Exercise made = service.create(exercise.sessionId(), exercise.typologyVersion());
        return Answers.created("/v1/positioning-exercises/" + made.id(), ExerciseView.of(made), made.version());
    }

    @GET
    @Path("positioning-exercises/{exerciseId}")
    @PermitAll
    @Operation(summary = "Read an exercise", operationId = "getPositioningExercise")
    @APIResponseSchema(ExerciseView.class)
    public Response get(@PathParam("exerciseId") UUID exerciseId) {
        return sql.first(
                        """
                        SELECT x.* FROM positioning_exercise x JOIN event e ON e.id = x.event_id
                        WHERE x.id = ? AND\s""" + sessions.visible(),
                        row -> Answers.ok(ExerciseView.of(row), row.getLong("version")),
                        exerciseId)
                .orElseThrow(() -> ProblemException.notFound("positioning exercise", exerciseId));
    }

    @POST
    @Path("positioning-exercises/{exerciseId}:open")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Let grantees take positions", operationId = "openPositioningExercise")
    @APIResponseSchema(ExerciseView.class)
    public Response open(@PathParam("exerciseId") UUID exerciseId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ExerciseView.answer(service.open(exerciseId, Versions.required(ifMatch)));
    }

    @POST
    @Path("positioning-exercises/{exerciseId}:close")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Take no more positions", operationId = "closePositioningExercise")
    @APIResponseSchema(ExerciseView.class)
    public Response close(@PathParam("exerciseId") UUID exerciseId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ExerciseView.answer(service.close(exerciseId, Versions.required(ifMatch)));
    }

    @POST
    @Path("positioning-exercises/{exerciseId}:agree")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Record what was agreed", operationId = "agreePositioningExercise")
    @APIResponseSchema(ExerciseView.class)
    public Response agree(
            @PathParam("exerciseId") UUID exerciseId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Agreed agreed) {
        return ExerciseView.answer(service.agree(exerciseId, Versions.required(ifMatch), agreed.outcome()));
    }

    @GET
    @Path("positioning-exercises/{exerciseId}/positions")
    @PermitAll
    @Operation(summary = "List the positions taken", operationId = "listPositions")
    public Page<Position> positions(@PathParam("exerciseId") UUID exerciseId, @BeanParam PageParams page) {
        return listing.<Position>select("p.*")
                .from(
                        "position p JOIN positioning_exercise x ON x.id = p.exercise_id JOIN event e ON e.id = x.event_id")
                .where("p.exercise_id = ? AND " + sessions.visible(), exerciseId)
                .sortableNotNull("project", "p.project_code", SortType.TEXT)
                .idColumn("p.id")
                .defaultSort("project")
                .page(
                        page,
                        row -> new Position(
                                row.getObject("id", UUID.class),
                                exerciseId,
                                row.getString("project_code"),
                                row.getString("project_id"),
                                Json.texts(row.getString("means")),
                                row.getString("note"),
                                row.getString("positioned_by"),
                                Objects.requireNonNull(Sql.instant(row, "positioned_at"))));
    }

    /** By a body of the project; by an event manager, who notes down what the lead said. A second one replaces the first. */
    @POST
    @Path("positioning-exercises/{exerciseId}/positions")
    @RolesAllowed({Roles.APPLICANT, Roles.EVENT_MANAGER})
    @Idempotent
    @Operation(summary = "Place a project in the typology", operationId = "takePosition")
    @APIResponseSchema(value = Position.class, responseCode = "201")
    public Response take(@PathParam("exerciseId") UUID exerciseId, @NotNull @Valid PositionDetails details) {
        Optional<String> organisation =
                caller.hasRole(Roles.EVENT_MANAGER) ? Optional.empty() : Optional.of(caller.requireOrganisation());
        Position taken = service.take(exerciseId, details, organisation);
        return Response.created(URI.create("/v1/positioning-exercises/%s/positions".formatted(exerciseId)))
                .entity(taken)
                .build();
    }
}
