package eu.mpf.web.idempotency;

import java.nio.file.Path;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/** The digests of the files of the current form, where its request has a key: whoever stores a file need not read it again. */
public final class UploadedDigests {
    private static final String PREFIX = "mpf.file-digest:";

    private UploadedDigests() {}

    static void keep(ResteasyReactiveRequestContext request, Path file, byte[] digest) {
        request.setProperty(PREFIX + file, digest);
    }

    /** SHA-256 of a file as it was uploaded; null where nobody has asked for it yet. */
    public static byte @Nullable [] of(Path file) {
        return CurrentRequestManager.get() instanceof ResteasyReactiveRequestContext request
                        && request.getProperty(PREFIX + file) instanceof byte[] digest
                ? digest
                : null;
    }
}
