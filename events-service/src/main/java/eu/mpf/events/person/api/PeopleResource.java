package eu.mpf.events.person.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.Access;
import eu.mpf.events.person.NameSearch;
import eu.mpf.events.person.Person;
import eu.mpf.events.person.PersonDetails;
import eu.mpf.events.person.PersonService;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.events.sql.Sql;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People who speak. The public sees those of published programmes. */
@Path("/v1")
@Tag(name = "People")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PeopleResource {
    private static final String COLUMNS = "p.id, p.key, p.honorific, p.name, p.names, p.merged_into_id, p.version";
    private static final String ON_A_PUBLIC_PROGRAMME = """
            EXISTS (SELECT FROM contribution c JOIN session s ON s.id = c.session_id JOIN event e ON e.id = s.event_id
                    WHERE c.person_id = coalesce(p.merged_into_id, p.id) AND e.status <> 'DRAFT')""";

    private final PersonService service;
    private final Listing listing;
    private final Sql sql;
    private final MergePatch patches;
    private final Caller caller;

    public PeopleResource(PersonService service, Listing listing, Sql sql, MergePatch patches, Caller caller) {
        this.service = service;
        this.listing = listing;
        this.sql = sql;
        this.patches = patches;
        this.caller = caller;
    }

    @GET
    @Path("people")
    @PermitAll
    @Operation(summary = "List or search people", operationId = "listPeople")
    public Page<PersonView> list(
            @QueryParam("q")
                    @Parameter(
                            description = "Words of a name in any order; case, accents and hyphens do not matter.",
                            example = "skarnulis")
                    @Nullable
                    String q,
            @BeanParam PageParams page) {
        SqlList<PersonView> list = listing.<PersonView>select(COLUMNS)
                .from("person p")
                .where("p.merged_into_id IS NULL")
                .whereIf(!Access.isStaff(caller), ON_A_PUBLIC_PROGRAMME);
        if (q != null) {
            NameSearch.patterns(q).forEach(pattern -> list.where("p.search_key LIKE ?", pattern));
        }
        return list.sortableNotNull("name", "p.name", SortType.TEXT)
                .idColumn("p.id")
                .defaultSort("name")
                .page(page, PersonView::of);
    }

    @POST
    @Path("people")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Add a person", operationId = "createPerson")
    @APIResponseSchema(value = PersonView.class, responseCode = "201")
    public Response create(@NotNull @Valid PersonDetails details) {
        Person person = service.create(details);
        return Answers.created("/v1/people/" + person.id(), PersonView.of(person), person.version());
    }

    @GET
    @Path("people/{personId}")
    @PermitAll
    @Operation(summary = "Read a person", operationId = "getPerson")
    @APIResponseSchema(PersonView.class)
    public Response get(@PathParam("personId") UUID personId) {
        String visible = Access.isStaff(caller) ? "" : " AND " + ON_A_PUBLIC_PROGRAMME;
        return sql.first(
                        "SELECT " + COLUMNS + " FROM person p WHERE p.id = ?" + visible,
                        row -> Answers.ok(PersonView.of(row), row.getLong("version")),
                        personId)
                .orElseThrow(() -> ProblemException.notFound("person", personId));
    }

    @PATCH
    @Path("people/{personId}")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Revise a person", operationId = "revisePerson")
    @APIResponseSchema(PersonView.class)
    public Response revise(
            @PathParam("personId") UUID personId, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        Person person = service.revise(
                personId, Versions.required(ifMatch), details -> patches.apply(details, patch, PersonDetails.class));
        return Answers.ok(PersonView.of(person), person.version());
    }

    /** Two records turned out to be one person. {@code If-Match} is that of the survivor. */
    @POST
    @Path("people:merge")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Join two records of one person", operationId = "mergePeople")
    @APIResponseSchema(PersonView.class)
    public Response merge(@HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Merge merge) {
        Person survivor = service.merge(merge.survivorId(), merge.duplicateId(), Versions.required(ifMatch));
        return Answers.ok(PersonView.of(survivor), survivor.version());
    }

    /** Which record stays and which goes into it. */
    public record Merge(@NotNull UUID survivorId, @NotNull UUID duplicateId) {}
}
