package eu.mpf.gateway.route;

import java.net.URI;

/**
 * A service that requests are forwarded to.
 *
 * @param index position in the table's list, so that clients can be kept in an array
 */
public record Upstream(int index, String name, String host, int port, boolean tls) {

    static Upstream of(int index, String name, URI url) {
        boolean tls = "https".equals(url.getScheme());
        boolean plain = url.getPath().isEmpty() || "/".equals(url.getPath());
        if (url.getHost() == null || !plain || url.getQuery() != null) {
            throw new IllegalArgumentException(
                    "Address of upstream " + name + " must be scheme, host and port only, not " + url);
        }
        int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
        return new Upstream(index, name, url.getHost(), port, tls);
    }

    /** The address of a path of this service. */
    public URI at(String path) {
        return URI.create((tls ? "https://" : "http://") + host + ":" + port + path);
    }
}
