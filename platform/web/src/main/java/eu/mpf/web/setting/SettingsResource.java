package eu.mpf.web.setting;

import static eu.mpf.web.adjustment.AdjustmentKind.SETTING;

import com.fasterxml.jackson.databind.node.TextNode;
import eu.mpf.web.ServiceName;
import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.AdjustmentService;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A service's settings, for administrators. */
@Path("/v1/admin/settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Administration", description = "What administrators change while the platform runs")
@RunOnVirtualThread
public class SettingsResource {
    private final Settings settings;
    private final AdjustmentService adjustments;
    private final ServiceName service;

    SettingsResource(Settings settings, AdjustmentService adjustments, ServiceName service) {
        this.settings = settings;
        this.adjustments = adjustments;
        this.service = service;
    }

    /** A new value, as the setting's type writes it. */
    @Schema(name = "SettingChange", description = "A new value, written as the setting's type writes it.")
    public record Change(
            @NotNull @Size(max = 200) String value,
            @Size(max = 1000) @Nullable String reason) {}

    @GET
    @Path("{service}")
    @Operation(operationId = "listSettings", summary = "List all settings of a service")
    public Page<SettingView> list(@PathParam("service") String name) {
        service.require(name);
        var set = adjustments.of(SETTING).stream().collect(Collectors.toMap(Adjustment::name, Function.identity()));
        return Page.of(settings.all().stream()
                .map(setting -> SettingView.of(setting, Optional.ofNullable(set.get(setting.name()))))
                .toList());
    }

    @GET
    @Path("{service}/{name}")
    @Operation(operationId = "getSetting", summary = "Read a setting")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettingView.class)))
    public Response get(@PathParam("service") String serviceName, @PathParam("name") String name) {
        service.require(serviceName);
        return answer(setting(name), adjustments.find(SETTING, name));
    }

    @PUT
    @Path("{service}/{name}")
    @Operation(
            operationId = "setSetting",
            summary = "Set a setting",
            description = "It holds at once here, and within seconds on all other instances of the service.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettingView.class)))
    public Response put(
            @PathParam("service") String serviceName,
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Change change) {
        service.require(serviceName);
        var setting = setting(name);
        var expected = Versions.required(ifMatch);
        var value = TextNode.valueOf(setting.read(change.value()).toString());
        var initial = TextNode.valueOf(setting.initial().toString());
        return answer(setting, Optional.of(adjustments.put(SETTING, name, value, expected, initial, change.reason())));
    }

    @DELETE
    @Path("{service}/{name}")
    @Operation(operationId = "resetSetting", summary = "Set a setting back to its initial value")
    @APIResponse(responseCode = "204", description = "The initial value holds again")
    public Response delete(
            @PathParam("service") String serviceName,
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.require(serviceName);
        var setting = setting(name);
        var initial = TextNode.valueOf(setting.initial().toString());
        adjustments.put(SETTING, name, null, Versions.required(ifMatch), initial, null);
        return Response.noContent().build();
    }

    private Setting<?> setting(String name) {
        return settings.find(name).orElseThrow(() -> ProblemException.notFound("setting", name));
    }

    private static Response answer(Setting<?> setting, Optional<Adjustment> adjustment) {
        return Response.ok(SettingView.of(setting, adjustment))
                .tag(Versions.etag(adjustment.map(Adjustment::version).orElse(0L)))
                .build();
    }
}
