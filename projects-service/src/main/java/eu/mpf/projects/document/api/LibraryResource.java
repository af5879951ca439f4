package eu.mpf.projects.document.api;

import eu.mpf.projects.document.Library;
import eu.mpf.projects.document.LibraryItem;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What all projects have published. */
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
@RunOnVirtualThread
public class LibraryResource {

    private final Library library;

    LibraryResource(Library library) {
        this.library = library;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listLibrary",
            summary = "List the public documents and knowledge items of all projects",
            description =
                    "The latest first. The file is at `/v1/projects/{projectId}/documents/{id}/content`. Sort by updatedAt or projectCode.")
    public Page<LibraryItem> list(@BeanParam PageParams page, @Valid @BeanParam LibraryQuery query) {
        return library.page(query.filter(), page);
    }
}
