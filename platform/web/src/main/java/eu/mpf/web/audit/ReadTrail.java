package eu.mpf.web.audit;

import eu.mpf.web.security.PersonalData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Who reads personal data leaves an entry before the answer leaves the service; where the entry cannot be written, the
 * answer is not given. Questions asked are not kept, only whose data they were about: a search term may be a name, and
 * what stands in the trail stays.
 */
@Provider
@PersonalData
class ReadTrail implements ContainerResponseFilter {
    private final AuditTrail audit;

    ReadTrail(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals(HttpMethod.GET)
                || response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return;
        }
        var reading =
                Reading.of(request.getUriInfo().getPath(), request.getUriInfo().getPathParameters());
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record(reading.action(), reading.objectType(), reading.objectId(), null, null, null));
    }
}
