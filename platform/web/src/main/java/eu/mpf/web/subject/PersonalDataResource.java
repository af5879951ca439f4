package eu.mpf.web.subject;

import eu.mpf.web.ServiceName;
import eu.mpf.web.security.Roles;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of personal data. */
@Path("/v1/admin/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DATA_PROTECTION_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
@Tag(name = "Data protection", description = "Export, erasure, register and retention of personal data")
@RunOnVirtualThread
public class PersonalDataResource {
    private final List<PersonalFields> parts;
    private final ServiceName service;

    PersonalDataResource(@All List<PersonalFields> parts, ServiceName service) {
        this.parts = parts;
        this.service = service;
    }

    /**
     * The whole register of a service.
     *
     * @param because of each that is not personal, why it holds nothing of a person
     */
    @Schema(name = "PersonalDataRegister", description = "Every column that holds personal data, and why.")
    public record Register(List<PersonalField> fields, List<String> notPersonal, Map<String, String> because) {}

    @GET
    @Path("{service}")
    @Operation(operationId = "getPersonalDataRegister", summary = "Read the register of personal data")
    public Register register(@PathParam("service") String name) {
        service.require(name);
        var because = new TreeMap<String, String>();
        parts.forEach(part -> because.putAll(part.notPersonal()));
        return new Register(
                parts.stream()
                        .flatMap(part -> part.fields().stream())
                        .sorted(Comparator.comparing(PersonalField::column))
                        .toList(),
                List.copyOf(because.keySet()),
                because);
    }
}
