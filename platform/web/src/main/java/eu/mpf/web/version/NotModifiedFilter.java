package eu.mpf.web.version;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Answers 304 to a GET whose If-None-Match names the present version (weak comparison, RFC 9110, 13.1.2). */
@Provider
class NotModifiedFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var asked = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        var tag = response.getEntityTag();
        if (asked == null || tag == null || response.getStatus() != 200 || !isRead(request.getMethod())) {
            return;
        }
        if (IfNoneMatch.names(asked, tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
