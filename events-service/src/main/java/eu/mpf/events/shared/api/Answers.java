package eu.mpf.events.shared.api;

import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Answers that carry the version of what they show. */
public final class Answers {
    private Answers() {}

    public static Response ok(Object body, long version) {
        return Response.ok(body).tag(Versions.etag(version)).build();
    }

    /** @param shown what it shows beyond that, see {@link Versions#etag(long, Object...)} */
    public static Response ok(Object body, long version, @Nullable Object... shown) {
        return Response.ok(body).tag(Versions.etag(version, shown)).build();
    }

    /**
     * @param path where it can be read, from the root
     * @param shown what it shows beyond its version
     */
    public static Response created(String path, Object body, long version, @Nullable Object... shown) {
        return Response.created(URI.create(path))
                .entity(body)
                .tag(Versions.etag(version, shown))
                .build();
    }

    /** @param path where it can be read, from the root */
    public static Response created(String path, Object body, long version) {
        return Response.created(URI.create(path))
                .entity(body)
                .tag(Versions.etag(version))
                .build();
    }
}
