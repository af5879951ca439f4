package eu.mpf.web.language;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Says in which languages the texts of an answer are, and that another request may get others. */
@Provider
class LanguageHeaders implements ContainerResponseFilter {
    private final Languages languages;

    LanguageHeaders(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var picked = languages.picked();
        if (picked.isEmpty() || response.getStatus() >= 400) {
            return; // a problem has its own language
        }
        if (!response.getHeaders().containsKey(HttpHeaders.CONTENT_LANGUAGE)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", picked));
        }
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
