package eu.mpf.projects.exchange.api;

import eu.mpf.projects.exchange.FacilityBudget;
import eu.mpf.projects.exchange.OrganisationRecord;
import eu.mpf.projects.exchange.PortfolioExport;
import eu.mpf.web.export.Exports;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The list of organisations as a file, and beside it the facility as a reporting organisation in the format of IATI. */
@Path("/v1/organisations")
@RunOnVirtualThread
public class OrganisationExportsResource {

    static final String IATI = "application/vnd.iati.organisations+xml";

    private static final List<MediaType> OFFERED =
            List.of(MediaType.valueOf(Exports.JSON_LINES), MediaType.valueOf(IATI));

    private final PortfolioExport export;
    private final FacilityBudget budget;

    OrganisationExportsResource(PortfolioExport export, FacilityBudget budget) {
        this.export = export;
        this.budget = budget;
    }

    @GET
    @PermitAll
    @Produces({Exports.JSON_LINES, IATI})
    @Operation(operationId = "listOrganisations")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Exports.JSON_LINES, schema = @Schema(implementation = OrganisationRecord.class)),
                @Content(mediaType = IATI, schema = @Schema(implementation = String.class))
            })
    public Response export(@Context HttpHeaders headers) {
        boolean lines = headers.getAcceptableMediaTypes().stream()
                .filter(asked -> OFFERED.stream().anyMatch(asked::isCompatible))
                .findFirst()
                .filter(OFFERED.getFirst()::isCompatible)
                .isPresent();
        if (lines) {
            return ProjectExportsResource.file(export::organisations, Exports.JSON_LINES, "organisations.jsonl");
        }
        var years = budget.byYear();
        return ProjectExportsResource.file(out -> export.iatiOrganisation(years, out), IATI, "organisation-iati.xml");
    }
}
