package eu.mpf.web.codelist;

import eu.mpf.web.ServiceName;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The code lists a service works with, for administrators. */
@Path("/v1/admin/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Administration", description = "What administrators change while the platform runs")
@RunOnVirtualThread
public class CodeListAdministrationResource {
    private final CodeListAdministrationService lists;
    private final ServiceName service;

    CodeListAdministrationResource(CodeListAdministrationService lists, ServiceName service) {
        this.lists = lists;
        this.service = service;
    }

    /** A list without its entries. */
    @Schema(name = "CodeListSummary", description = "A code list in its latest version, without its entries.")
    public record Summary(
            String name,
            int version,
            LocalizedText title,
            @Nullable String source,
            int entries,
            long retired) {}

    /** The next version as a whole. */
    @Schema(name = "CodeListChange", description = "The next version: every code of the one before, and more.")
    public record Change(
            @Nullable LocalizedText title,
            @NotEmpty @Size(max = 5000) List<@NotNull @Valid Entry> entries,
            @Size(max = 1000) @Nullable String reason) {}

    /** One entry of the next version. */
    @Schema(name = "CodeListEntryOfChange", description = "One code of the next version.")
    public record Entry(
            @NotNull @Size(max = 64) String code,
            @NotNull LocalizedText names,
            @Nullable List<@NotNull @Size(max = 300) String> aliases,
            @Nullable Boolean retired) {

        CodeListEntry entry() {
            return new CodeListEntry(
                    code, names, Objects.requireNonNullElse(aliases, List.of()), Boolean.TRUE.equals(retired));
        }
    }

    /** What becomes of one code. */
    @Schema(name = "CodeListEntryChange", description = "A new code, or another state of one there is.")
    public record EntryChange(
            @NotNull LocalizedText names,
            @Nullable List<@NotNull @Size(max = 300) String> aliases,
            @Nullable Boolean retired,
            @Size(max = 1000) @Nullable String reason) {}

    @GET
    @Path("{service}")
    @Operation(operationId = "listAdministeredCodeLists", summary = "List the code lists a service works with")
    public Page<Summary> list(@PathParam("service") String name) {
        service.require(name);
        return Page.of(lists.latest().stream()
                .map(list -> new Summary(
                        list.name(),
                        list.version(),
                        list.title(),
                        list.source(),
                        list.entries().size(),
                        list.entries().stream().filter(CodeListEntry::retired).count()))
                .toList());
    }

    @GET
    @Path("{service}/{name}")
    @Operation(operationId = "getAdministeredCodeList", summary = "Read a code list in its latest version")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeList.class)))
    public Response get(@PathParam("service") String serviceName, @PathParam("name") String name) {
        service.require(serviceName);
        return answer(lists.latest(name));
    }

    @PUT
    @Path("{service}/{name}")
    @Operation(
            operationId = "replaceCodeList",
            summary = "Make the next version of a code list",
            description =
                    "The versions before stay readable. A code is retired, never removed. A list that all services share is changed at projects and told to the others; elsewhere that is refused as kept-elsewhere.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeList.class)))
    public Response replace(
            @PathParam("service") String serviceName,
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Change change) {
        service.require(serviceName);
        var entries = change.entries().stream().map(Entry::entry).toList();
        return answer(lists.replace(name, change.title(), entries, Versions.required(ifMatch), change.reason()));
    }

    @PUT
    @Path("{service}/{name}/entries/{code}")
    @Operation(
            operationId = "putCodeListEntry",
            summary = "Add, rename or retire a code",
            description =
                    "Makes the next version of the list; If-Match names the version of the list. A list that all services share is changed at projects.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeList.class)))
    public Response putEntry(
            @PathParam("service") String serviceName,
            @PathParam("name") String name,
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EntryChange change) {
        service.require(serviceName);
        var entry = new Entry(code, change.names(), change.aliases(), change.retired()).entry();
        return answer(lists.putEntry(name, entry, Versions.required(ifMatch), change.reason()));
    }

    private static Response answer(CodeList list) {
        return Response.ok(list).tag(Versions.etag(list.version())).build();
    }
}
