package eu.mpf.calls.evaluation.api;

import eu.mpf.calls.call.Calls;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who reviews for a call. */
@Path("/v1/calls")
@Tag(name = "Evaluation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
public class EvaluatorsResource {

    private final Listing listing;
    private final Calls calls;

    EvaluatorsResource(Listing listing, Calls calls) {
        this.listing = listing;
        this.calls = calls;
    }

    @GET
    @Path("/{callId}/evaluators")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(summary = "The evaluators of a call, with what they have done")
    public Page<EvaluatorSummary> evaluators(@BeanParam PageParams params, @PathParam("callId") UUID callId) {
        calls.get(callId);
        return listing.<EvaluatorSummary>select("e.evaluator, e.assigned, e.submitted, e.conflicted")
                .from(
                        "(SELECT evaluator, count(*) AS assigned, count(*) FILTER (WHERE status = 'SUBMITTED') AS submitted,"
                                + " count(*) FILTER (WHERE status = 'CONFLICTED') AS conflicted, call_id"
                                + " FROM evaluation GROUP BY call_id, evaluator) e")
                .where("e.call_id = ?", callId)
                .idColumn("e.evaluator", SortType.TEXT)
                .sortableNotNull("evaluator", "e.evaluator", SortType.TEXT)
                .defaultSort("evaluator")
                .page(
                        params,
                        row -> new EvaluatorSummary(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }
}
