package eu.mpf.web.mail;

import eu.mpf.web.ServiceName;
import eu.mpf.web.idempotency.WithoutKey;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The words of a service's mails, for administrators. */
@Path("/v1/admin/mail-templates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Administration", description = "What administrators change while the platform runs")
@RunOnVirtualThread
public class MailTemplatesResource {
    private final TemplateDesk desk;
    private final ServiceName service;

    MailTemplatesResource(TemplateDesk desk, ServiceName service) {
        this.desk = desk;
        this.service = service;
    }

    /** Other words. */
    @Schema(name = "MailTemplateChange", description = "Other words, with the same places in braces.")
    public record Change(
            @NotNull @Size(max = 200) String subject,
            @NotNull @Size(max = 20_000) String body,
            @Size(max = 1000) @Nullable String reason) {}

    /**
     * Words to try.
     *
     * @param subject as it is now, if none is given; so the body
     * @param values by place; a sample stands for those that are not given
     */
    @Schema(name = "MailPreviewRequest", description = "Words to try; what is absent is as it is now.")
    public record Trial(
            @Size(max = 200) @Nullable String subject,
            @Size(max = 20_000) @Nullable String body,
            @Nullable Map<String, @NotNull @Size(max = 1000) String> values) {}

    @GET
    @Path("{service}")
    @Operation(operationId = "listMailTemplates", summary = "List the mails a service sends")
    public Page<MailTemplateView.Summary> list(@PathParam("service") String name) {
        service.require(name);
        return Page.of(desk.all());
    }

    @GET
    @Path("{service}/{name}/{language}")
    @Operation(
            operationId = "getMailTemplate",
            summary = "Read the words of a mail in a language",
            description = "Where there are none in this language, those a reader of it gets.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailTemplateView.class)))
    public Response get(
            @PathParam("service") String serviceName,
            @PathParam("name") String name,
            @PathParam("language") String language) {
        service.require(serviceName);
        return answer(name, language);
    }

    @PUT
    @Path("{service}/{name}/{language}")
    @Operation(
            operationId = "setMailTemplate",
            summary = "Write a mail anew in a language",
            description = "In any of the 24 official languages. Letters written from now on have these words.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailTemplateView.class)))
    public Response put(
            @PathParam("service") String serviceName,
            @PathParam("name") String name,
            @PathParam("language") String language,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Change change) {
        service.require(serviceName);
        desk.put(
                name,
                language,
                new TemplateText(change.subject(), change.body()),
                Versions.required(ifMatch),
                change.reason());
        return answer(name, language);
    }

    @DELETE
    @Path("{service}/{name}/{language}")
    @Operation(operationId = "resetMailTemplate", summary = "Set the words of a mail back to those it came with")
    @APIResponse(responseCode = "204", description = "The initial words hold again")
    public Response delete(
            @PathParam("service") String serviceName,
            @PathParam("name") String name,
            @PathParam("language") String language,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.require(serviceName);
        desk.reset(name, language, Versions.required(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Path("{service}/{name}/{language: [^/:]+}:preview")
    @WithoutKey("changes nothing")
    @Operation(operationId = "previewMailTemplate", summary = "See a letter without sending it")
    public MailTemplates.Letter preview(
            @PathParam("service") String serviceName,
            @PathParam("name") String name,
            @PathParam("language") String language,
            @NotNull @Valid Trial trial) {
        service.require(serviceName);
        var now = desk.view(name, language);
        return desk.preview(
                name,
                language,
                new TemplateText(
                        Objects.requireNonNullElse(trial.subject(), now.subject()),
                        Objects.requireNonNullElse(trial.body(), now.body())),
                Objects.requireNonNullElse(trial.values(), Map.of()));
    }

    private Response answer(String name, String language) {
        return Response.ok(desk.view(name, language))
                .tag(Versions.etag(desk.version(name, language)))
                .build();
    }
}
