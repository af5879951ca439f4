package eu.mpf.web.notes;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.web.export.Exports;
import eu.mpf.web.export.Table;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import eu.mpf.web.version.Versions;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NotesResource {
    private final Listing listing;
    private final NotesService notes;
    private final MergePatch patches;
    private final Exports exports;

    NotesResource(Listing listing, NotesService notes, MergePatch patches, Exports exports) {
        this.listing = listing;
        this.notes = notes;
        this.patches = patches;
        this.exports = exports;
    }

    public record NewNote(
            @NotBlank String title,
            @Nullable Integer priority,
            @Nullable LocalDate due,
            @Nullable String code,
            @Nullable List<@Valid Line> budget) {}

    public record Line(@NotNull Money amount, @Nullable LocalizedText label) {}

    public record NoteView(
            UUID id,
            String title,
            @Nullable Integer priority,
            @Nullable LocalDate due,
            @Nullable String code) {
        static NoteView of(Note note) {
            return new NoteView(note.id, note.title, note.priority, note.due, note.code);
        }
    }

    private SqlList<NoteView> list(@Nullable String title) {
        return listing.<NoteView>select("n.id, n.title, n.priority, n.due, n.code")
                .from("note n")
                .whereIf(title != null, "n.title LIKE ?", title)
                .sortableNotNull("title", "n.title", SortType.TEXT)
                .sortable("priority", "n.priority", SortType.INTEGER)
                .sortable("due", "n.due", SortType.DATE)
                .idColumn("n.id")
                .defaultSort("title");
    }

    private static NoteView row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new NoteView(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getObject("priority", Integer.class),
                row.getObject("due", LocalDate.class),
                row.getString("code"));
    }

    @GET
    @PermitAll
    @Operation(operationId = "listNotes")
    public Page<NoteView> list(@BeanParam PageParams page, @QueryParam("title") @Nullable String title) {
        return list(title).page(page, NotesResource::row);
    }

    @GET
    @PermitAll
    @Produces(Exports.CSV)
    public Response csv(@BeanParam PageParams page, @QueryParam("title") @Nullable String title) {
        var list = list(title).checkOrder(page);
        return exports.csv(table(), "notes.csv", out -> list.stream(page, NotesResource::row, out));
    }

    @GET
    @PermitAll
    @Produces(Exports.XLSX)
    public Response xlsx(@BeanParam PageParams page, @QueryParam("title") @Nullable String title) {
        var list = list(title).checkOrder(page);
        return exports.xlsx(table(), "notes.xlsx", out -> list.stream(page, NotesResource::row, out));
    }

    @GET
    @PermitAll
    @Produces(Exports.JSON_LINES)
    public Response lines(@BeanParam PageParams page, @QueryParam("title") @Nullable String title) {
        var list = list(title).checkOrder(page);
        return exports.jsonLines(table(), "notes.jsonl", out -> list.stream(page, NotesResource::row, out));
    }

    private static Table<NoteView> table() {
        return Table.of(NoteView.class)
                .column("id", NoteView::id)
                .column("title", NoteView::title)
                .column("priority", NoteView::priority)
                .column("due", NoteView::due);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getNote")
    public Response get(@PathParam("id") UUID id, @QueryParam("fields") @Nullable String fields) {
        return answer(Response.ok(), notes.get(id));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.APPLICANT)
    @Operation(operationId = "createNote")
    public Response create(@Valid @NotNull NewNote request) {
        var note = notes.create(request);
        return answer(Response.created(URI.create("/v1/notes/" + note.id)), note);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.APPLICANT)
    @Operation(operationId = "amendNote")
    public Response amend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewNote.class))) JsonNode patch) {
        return answer(
                Response.ok(),
                notes.change(id, Versions.required(ifMatch), n -> patches.apply(n, patch, NewNote.class)));
    }

    @POST
    @Path("{id}:lock")
    @Idempotent
    @RolesAllowed(Roles.APPLICANT)
    @Operation(operationId = "lockNote")
    public Response lock(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Versions.check(Versions.required(ifMatch), notes.get(id).version);
        throw new ProblemException(NotesProblem.NOTE_LOCKED, "Somebody was faster.");
    }

    private static Response answer(Response.ResponseBuilder answer, Note note) {
        return answer.entity(NoteView.of(note)).tag(Versions.etag(note.version)).build();
    }
}
