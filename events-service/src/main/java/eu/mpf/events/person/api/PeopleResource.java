package eu.mpf.events.person.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.Access;
import eu.mpf.events.event.Publicity;
import eu.mpf.events.person.Person;
import eu.mpf.events.person.PersonDetails;
import eu.mpf.events.person.PersonErased;
import eu.mpf.events.person.PersonErasureService;
import eu.mpf.events.person.PersonService;
import eu.mpf.events.shared.NameSearch;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People who speak. The public sees those of published programmes. */
@Path("/v1")
@Tag(name = "People", description = "Speakers and guests, and who may see what of them.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PeopleResource {
    private static final String COLUMNS = "p.id, p.key, p.honorific, p.name, p.names, p.merged_into_id, p.version";
    private static final String ON_A_PUBLIC_PROGRAMME = """
            EXISTS (SELECT FROM contribution c JOIN session s ON s.id = c.session_id JOIN event e ON e.id = s.event_id
                    WHERE c.person_id = coalesce(p.merged_into_id, p.id) AND %s)""".formatted(Publicity.PUBLIC);

    // The trigram index finds them: % is "alike enough" by pg_trgm.similarity_threshold.
    private static final String LOOK_ALIKES = """
            FROM person o JOIN person p ON p.search_key % o.search_key AND p.id <> o.id
            WHERE o.id = ? AND p.merged_into_id IS NULL AND o.merged_into_id IS NULL
            ORDER BY alike DESC, p.id LIMIT 20""";

    private final PersonService service;
    private final PersonErasureService erasure;
    private final Listing listing;
    private final Sql sql;
    private final MergePatch patches;
    private final Caller caller;

    public PeopleResource(
            PersonService service,
            PersonErasureService erasure,
            Listing listing,
            Sql sql,
            MergePatch patches,
            Caller caller) {
        this.service = service;
        this.erasure = erasure;
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
            @QueryParam("key") @Nullable List<String> key,
            @BeanParam PageParams page) {
        SqlList<PersonView> list = listing.<PersonView>select(COLUMNS)
                .from("person p")
                .where("p.merged_into_id IS NULL")
                .whereIf(!Access.isStaff(caller), ON_A_PUBLIC_PROGRAMME);
        list.whereIf(key != null && !key.isEmpty(), "p.key = ANY (?)", key);
        if (q != null) {
            NameSearch.patterns(q).forEach(pattern -> list.where("p.search_key LIKE ?", pattern));
        }
        return list.sortableNotNull("name", "p.name", SortType.TEXT)
                .idColumn("p.id")
                .defaultSort("name")
                .page(page, PersonView::of);
    }

    /** Where somebody spoke, latest first, with name, post and body as printed each time. */
    @GET
    @Path("people/{personId}/contributions")
    @PermitAll
    @Operation(summary = "List what a person contributed", operationId = "listContributionsOfPerson")
    public Page<PersonContribution> contributions(@PathParam("personId") UUID personId, @BeanParam PageParams page) {
        return listing.<PersonContribution>select(PersonContribution.COLUMNS)
                .from(PersonContribution.FROM)
                .where("c.person_id = (SELECT coalesce(merged_into_id, id) FROM person WHERE id = ?)", personId)
                .whereIf(!Access.isStaff(caller), Publicity.PUBLIC)
                .sortableNotNull("startsAt", "e.starts_at", SortType.INSTANT)
                .idColumn("c.id")
                .defaultSort("startsAt desc")
                .page(page, PersonContribution::of);
    }

    /** Records that may be of the same person, most alike first: for whoever decides on a merge. */
    @GET
    @Path("people/{personId}/look-alikes")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Operation(summary = "Find records that may be of the same person", operationId = "listLookAlikes")
    @PersonalData
    public LookAlikes lookAlikes(@PathParam("personId") UUID personId) {
        return new LookAlikes(sql.list(
                "SELECT " + COLUMNS + ", similarity(p.search_key, o.search_key) AS alike " + LOOK_ALIKES,
                row -> new LookAlike(
                        PersonView.of(row), row.getBigDecimal("alike").setScale(2, RoundingMode.HALF_UP)),
                personId));
    }

    /** @param likeness from 0 to 1; 1 is the same words in any order */
    @Schema(name = "LookAlike")
    public record LookAlike(PersonView person, BigDecimal likeness) {}

    @Schema(name = "LookAlikes")
    public record LookAlikes(List<LookAlike> items) {}

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
            @PathParam("personId") UUID personId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PersonDetails.class))) JsonNode patch) {
        Person person = service.revise(
                personId, Versions.required(ifMatch), details -> patches.apply(details, patch, PersonDetails.class));
        return Answers.ok(PersonView.of(person), person.version());
    }

    /** What events that have taken place printed last is a public record and stays; everywhere else the name is withheld. */
    @POST
    @Path("people/{personId}:erase")
    @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
    @Idempotent
    @Operation(summary = "Erase a speaker", operationId = "erasePerson")
    @APIResponseSchema(PersonErased.class)
    public Response erase(@PathParam("personId") UUID personId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Response.ok(erasure.erase(personId, Versions.required(ifMatch))).build();
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
