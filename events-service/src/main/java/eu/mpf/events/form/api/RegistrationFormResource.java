package eu.mpf.events.form.api;

import eu.mpf.events.form.FormDetails;
import eu.mpf.events.form.FormService;
import eu.mpf.events.form.RegistrationForm;
import eu.mpf.events.session.api.SessionReader;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The registration form of an event. Before one was written the version is 0 and nothing is asked. */
@Path("/v1")
@Tag(name = "Registrations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RegistrationFormResource {
    private static final String NEWEST = """
            SELECT f.version, f.questions, f.created_at FROM event e
            LEFT JOIN registration_form f ON f.event_id = e.id
            WHERE e.id = ? AND %s ORDER BY f.version DESC LIMIT 1
            """;

    private final FormService service;
    private final Sql sql;
    private final Listing listing;
    private final SessionReader reader;

    public RegistrationFormResource(FormService service, Sql sql, Listing listing, SessionReader reader) {
        this.service = service;
        this.sql = sql;
        this.listing = listing;
        this.reader = reader;
    }

    @GET
    @Path("events/{eventId}/registration-form")
    @PermitAll
    @Operation(summary = "Read the registration form", operationId = "getRegistrationForm")
    @APIResponseSchema(FormView.class)
    public Response get(@PathParam("eventId") UUID eventId) {
        FormView form = sql.first(NEWEST.formatted(reader.visible()), row -> view(eventId, row), eventId)
                .orElseThrow(() -> ProblemException.notFound("event", eventId));
        return Answers.ok(form, form.version());
    }

    /** Whoever has answered keeps the version answered; whoever comes now is asked the new questions. */
    @PUT
    @Path("events/{eventId}/registration-form")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Operation(summary = "Write a new version of the registration form", operationId = "writeRegistrationForm")
    @APIResponseSchema(FormView.class)
    public Response write(
            @PathParam("eventId") UUID eventId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid FormDetails details) {
        service.write(eventId, Versions.required(ifMatch), details);
        return get(eventId);
    }

    @GET
    @Path("events/{eventId}/registration-form/versions")
    @PermitAll
    @Operation(summary = "List the versions of the registration form", operationId = "listRegistrationFormVersions")
    public Page<FormView> versions(@PathParam("eventId") UUID eventId, @BeanParam PageParams page) {
        return listing.<FormView>select("f.version, f.questions, f.created_at")
                .from("registration_form f JOIN event e ON e.id = f.event_id")
                .where("f.event_id = ? AND " + reader.visible(), eventId)
                .sortableNotNull("version", "f.version", SortType.INTEGER)
                .idColumn("f.version", SortType.INTEGER)
                .defaultSort("version desc")
                .page(page, row -> view(eventId, row));
    }

    @GET
    @Path("events/{eventId}/registration-form/versions/{version}")
    @PermitAll
    @Operation(summary = "Read one version of the registration form", operationId = "getRegistrationFormVersion")
    @APIResponseSchema(FormView.class)
    public Response version(@PathParam("eventId") UUID eventId, @PathParam("version") int version) {
        return sql.first(
                        "SELECT f.version, f.questions, f.created_at FROM registration_form f JOIN event e ON e.id = f.event_id"
                                + " WHERE f.event_id = ? AND f.version = ? AND " + reader.visible(),
                        row -> Answers.ok(view(eventId, row), version),
                        eventId,
                        version)
                .orElseThrow(() -> ProblemException.notFound("version of the form", version));
    }

    private static FormView view(UUID eventId, ResultSet row) throws SQLException {
        RegistrationForm form = FormService.read(row.getObject("version", Integer.class), row.getString("questions"));
        return new FormView(eventId, form.version(), form.questions(), Sql.instant(row, "created_at"));
    }
}
