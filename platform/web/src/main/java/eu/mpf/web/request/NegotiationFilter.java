package eu.mpf.web.request;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of an answer that could have come in another media type that it depends on what was accepted (RFC 9110, 12.5.5). */
public class NegotiationFilter {
    private final Negotiation negotiation;

    NegotiationFilter(Negotiation negotiation) {
        this.negotiation = negotiation;
    }

    @ServerResponseFilter
    public void vary(ContainerResponseContext response, ResourceInfo resource) {
        if (negotiation.among(resource.getResourceMethod())) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
    }
}
