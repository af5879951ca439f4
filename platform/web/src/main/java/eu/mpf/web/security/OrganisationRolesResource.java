package eu.mpf.web.security;

import static eu.mpf.web.adjustment.AdjustmentKind.ORGANISATION_ROLES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.ServiceName;
import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.AdjustmentService;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Roles that an organisation's people have in a service beyond or against their tokens. */
@Path("/v1/admin/organisation-roles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Administration", description = "What administrators change while the platform runs")
@RunOnVirtualThread
public class OrganisationRolesResource {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final AdjustmentService adjustments;
    private final ServiceName service;
    private final ObjectMapper json;

    OrganisationRolesResource(AdjustmentService adjustments, ServiceName service, ObjectMapper json) {
        this.adjustments = adjustments;
        this.service = service;
        this.json = json;
    }

    /**
     * What an organisation's people may here.
     *
     * @param granted roles they have though their tokens do not carry them
     * @param withdrawn roles they do not have though their tokens carry them
     */
    @Schema(
            name = "OrganisationRoles",
            description = "Roles of an organisation's people beyond or against their tokens.")
    public record View(
            String organisation,
            List<String> granted,
            List<String> withdrawn,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    /** Other roles. */
    @Schema(name = "OrganisationRolesChange", description = "Roles to give and to take.")
    public record Change(
            @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> granted,
            @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> withdrawn,
            @Size(max = 1000) @Nullable String reason) {}

    @GET
    @Path("{service}")
    @Operation(
            operationId = "listOrganisationRoles",
            summary = "List organisations with other roles than their tokens say")
    public Page<View> list(@PathParam("service") String name) {
        service.require(name);
        return Page.of(adjustments.of(ORGANISATION_ROLES).stream()
                .filter(one -> one.value() != null)
                .map(one -> view(one.name(), Optional.of(one)))
                .toList());
    }

    @GET
    @Path("{service}/{organisation}")
    @Operation(
            operationId = "getOrganisationRoles",
            summary = "Read the roles of an organisation",
            description = "Nothing granted or withdrawn where nobody has set anything.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("service") String name, @PathParam("organisation") String organisation) {
        service.require(name);
        check(organisation);
        return answer(organisation, adjustments.find(ORGANISATION_ROLES, organisation));
    }

    @PUT
    @Path("{service}/{organisation}")
    @Operation(
            operationId = "setOrganisationRoles",
            summary = "Set the roles of an organisation",
            description = "Holds for all of its people, at once here and within seconds on other instances.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response put(
            @PathParam("service") String name,
            @PathParam("organisation") String organisation,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Change change) {
        service.require(name);
        check(organisation);
        var expected = Versions.required(ifMatch);
        var value = value(change);
        return answer(
                organisation,
                Optional.of(adjustments.put(ORGANISATION_ROLES, organisation, value, expected, null, change.reason())));
    }

    @DELETE
    @Path("{service}/{organisation}")
    @Operation(
            operationId = "resetOrganisationRoles",
            summary = "Leave the roles of an organisation to its tokens again")
    @APIResponse(responseCode = "204", description = "The tokens decide again")
    public Response delete(
            @PathParam("service") String name,
            @PathParam("organisation") String organisation,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.require(name);
        check(organisation);
        adjustments.put(ORGANISATION_ROLES, organisation, null, Versions.required(ifMatch), null, null);
        return Response.noContent().build();
    }

    private ObjectNode value(Change change) {
        RoleRules.check(change.granted(), change.withdrawn());
        var value = json.createObjectNode();
        value.set("granted", json.valueToTree(new TreeSet<>(change.granted())));
        value.set("withdrawn", json.valueToTree(new TreeSet<>(change.withdrawn())));
        return value;
    }

    private static void check(String organisation) {
        if (!CODE.matcher(organisation).matches()) {
            throw ProblemException.notFound("organisation", organisation);
        }
    }

    private static Response answer(String organisation, Optional<Adjustment> set) {
        return Response.ok(view(organisation, set))
                .tag(Versions.etag(set.map(Adjustment::version).orElse(0L)))
                .build();
    }

    private static View view(String organisation, Optional<Adjustment> set) {
        var value = set.map(Adjustment::value);
        return new View(
                organisation,
                texts(value, "granted"),
                texts(value, "withdrawn"),
                set.map(Adjustment::changedAt).orElse(null),
                set.map(Adjustment::changedBy).orElse(null));
    }

    private static List<String> texts(Optional<JsonNode> value, String field) {
        var texts = new TreeSet<String>();
        value.map(node -> Objects.requireNonNull(node).path(field))
                .ifPresent(list -> list.forEach(text -> texts.add(text.asText())));
        return List.copyOf(texts);
    }
}
