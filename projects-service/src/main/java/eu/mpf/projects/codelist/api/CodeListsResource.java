package eu.mpf.projects.codelist.api;

import eu.mpf.web.codelist.CodeList;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The lists of codes that records refer to. */
@Path("/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists", description = "Themes, funds, regions, countries.")
@RunOnVirtualThread
public class CodeListsResource {

    private final CodeLists lists;

    CodeListsResource(CodeLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCodeLists", summary = "List all code lists in their latest version")
    public Page<CodeList> list() {
        return Page.of(lists.latest());
    }

    @GET
    @Path("/{name}")
    @PermitAll
    @Operation(operationId = "getCodeList", summary = "Read a code list, in its latest version unless told otherwise")
    public CodeList get(@PathParam("name") String name, @QueryParam("version") @Nullable Integer version) {
        return lists.find(name, version).orElseThrow(() -> ProblemException.notFound("code list", name));
    }
}
