package eu.mpf.web.notes;

import eu.mpf.web.file.Downloads;
import eu.mpf.web.file.FileAccess;
import eu.mpf.web.file.FileOwner;
import eu.mpf.web.file.FileRules;
import eu.mpf.web.file.StoredFile;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.file.Upload;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files of notes: at most two, of 3 MiB each. */
@Path("/v1/note-files")
@RolesAllowed(Roles.APPLICANT)
public class NoteFiles {
    public static final FileRules RULES = new FileRules(3 << 20, 2, FileRules.DOCUMENTS, true);

    private final StoredFiles files;
    private final Downloads downloads;

    NoteFiles(StoredFiles files, Downloads downloads) {
        this.files = files;
        this.downloads = downloads;
    }

    @POST
    @Path("{note}")
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @PathParam("note") String note,
            @RestForm("file") FileUpload file,
            @RestForm("language") @Nullable String language) {
        return answer(files.store(new FileOwner("note", note), Upload.of(file, language), RULES));
    }

    @POST
    @Path("file/{id}/versions")
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response replace(@PathParam("id") UUID id, @RestForm("file") FileUpload file) {
        return answer(files.replace(id, Upload.of(file, null), RULES));
    }

    @GET
    @Path("{note}")
    public Page<StoredFile> list(@PathParam("note") String note) {
        return Page.of(files.of(new FileOwner("note", note)));
    }

    @GET
    @Path("file/{id}/content")
    @APIResponse(responseCode = "409", description = "The file is not found clean")
    public Response content(@PathParam("id") UUID id) {
        return downloads.of(id);
    }

    @GET
    @Path("file/{id}/accesses")
    public Page<FileAccess> accesses(@PathParam("id") UUID id) {
        return Page.of(files.accesses(id));
    }

    private static Response answer(StoredFile file) {
        return Response.created(URI.create("/v1/note-files/file/" + file.id()))
                .entity(file)
                .build();
    }
}
