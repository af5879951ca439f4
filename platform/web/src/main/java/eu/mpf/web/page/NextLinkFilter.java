package eu.mpf.web.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Links a page to the next (RFC 8288), as a reference relative to the host, which only the gateway knows. */
@Provider
@Priority(Priorities.USER + 200)
class NextLinkFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.nextPageToken() != null) {
            var uri = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("pageToken", page.nextPageToken())
                    .build();
            response.getHeaders()
                    .add(HttpHeaders.LINK, "<%s?%s>; rel=\"next\"".formatted(uri.getRawPath(), uri.getRawQuery()));
        }
    }
}
