package eu.mpf.web.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Pattern;

/** Takes {@code %3A} in a path for the colon it stands for: some clients encode it, and verbs begin with one. */
@Provider
@PreMatching
class ColonFilter implements ContainerRequestFilter {
    private static final Pattern COLON = Pattern.compile("%3a", Pattern.CASE_INSENSITIVE);

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var path = uri.getRawPath();
        if (path.contains("%3")) {
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            request.setRequestUri(uri.resolve(URI.create(COLON.matcher(path).replaceAll(":") + query)));
        }
    }
}
